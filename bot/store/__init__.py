"""What the bot keeps between questions and between starts."""
