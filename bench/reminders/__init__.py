"""Reminders under fire: workers that are killed, a chat that misbehaves, a table that is full."""
