"""What people read in the record for each act of the newsroom."""

from django.utils.translation import gettext_lazy as _

from audit.names import name_acts

ACT_NAMES = {
    "article.started": _("article started"),
    "edition.edited": _("text changed"),
    "edition.submitted": _("handed over for approval"),
    "edition.returned": _("returned to its writers"),
    "edition.approved": _("approved"),
    "edition.revised": _("new version opened"),
    "edition.superseded": _("replaced by a newer version"),
    "edition.resumed": _("shown on, a schedule being called off"),
    "edition.ended": _("no longer shown"),
    "edition.discarded": _("version discarded"),
    "image.added": _("picture added"),
    "image.described": _("picture described"),
    "image.removed": _("picture removed"),
    "article.taken_down": _("article taken down"),
    "article.comments_opened": _("comments opened"),
    "article.comments_closed": _("comments closed"),
}
name_acts(ACT_NAMES)
