"""The knowledge base: its model, how it is loaded, and what `check` finds in it."""
