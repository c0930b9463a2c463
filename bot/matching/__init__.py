"""Which entries a question is about, and how sure that is."""
