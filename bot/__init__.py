"""The RAIN contact bot: who to talk to about clinical AI, what help exists, what is coming up."""
