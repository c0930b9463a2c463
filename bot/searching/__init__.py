"""People and events looked up while somebody types, from the knowledge base alone."""
