"""Microsoft Teams: an adapter. Its SDK is imported in `bot.teams.sdk` alone."""
