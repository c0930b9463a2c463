"""The bot's own page: what one person sees there, and what they set."""
