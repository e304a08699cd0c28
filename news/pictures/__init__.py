"""Pictures on their way in (processing, library) and out (serving)."""
