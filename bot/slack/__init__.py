"""The Slack adapter: inbound events, rendering, sending."""
