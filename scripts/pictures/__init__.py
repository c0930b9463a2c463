"""Pictures of what people see in Slack and Teams, drawn from what the bot really sends."""
