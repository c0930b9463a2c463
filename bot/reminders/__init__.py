"""Reminders: what is planned for whom, how it reads, and that it arrives once."""
