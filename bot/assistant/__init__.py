"""Question to reply: what a question is about, and the answer put together."""
