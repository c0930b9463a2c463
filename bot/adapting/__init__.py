"""What the adapters of several platforms share, so that each of them is only what its own is."""
