"""The consent that a reader gives (Law 91/2025/QH15): its text stands in templates/comments/privacy.html.

Whoever changes that text changes VERSION with it; each comment keeps the version that its reader agreed to.
"""

from datetime import date

VERSION = "2026-11-25"
IN_FORCE_SINCE = date.fromisoformat(VERSION)
