"""Questions that the bot cannot answer, passed on to people, and their answers."""
