"""Rich text: one allow-list, cleaning on the server, pictures as references, the editor's widget."""
