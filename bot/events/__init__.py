"""Events: what a question asks of them, listings, calendar files."""
