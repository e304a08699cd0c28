"""Rich text, on the ground floor: one allow-list, cleaning on the server, and the model field that is always clean."""
