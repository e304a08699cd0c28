"""Rich text in articles: pictures as references to the library, and the editor's widget."""
