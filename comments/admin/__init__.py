"""The moderators' side of the comments."""

from comments.admin.queue import CommentAdmin

__all__ = ["CommentAdmin"]
