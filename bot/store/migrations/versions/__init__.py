"""One module a step. A new one names the last one as ``down_revision``; none goes back."""
