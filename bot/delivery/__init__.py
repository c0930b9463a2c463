"""Messages that are to arrive once: what they are, and one attempt to deliver one."""
