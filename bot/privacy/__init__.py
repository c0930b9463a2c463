"""Guards: what must never be kept, and what must never be answered."""
