"""Pictures of what people see in Slack, drawn from the blocks that the bot really sends."""
