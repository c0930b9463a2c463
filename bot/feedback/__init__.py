"""Whether answers were right: what people say of them, and which entries come off badly."""
