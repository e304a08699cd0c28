"""The rights of the newsroom in the admin."""

from departments.access import RightsAdmin as DepartmentsRightsAdmin
from departments.access import manages_everything, moment_of, rights_in
from departments.refusals import Refused as RefusedBelow
from departments.rights import NEWSROOM
from news.refusals import Refused

__all__ = ["RightsAdmin", "manages_everything", "moment_of", "rights_in"]


class RightsAdmin(DepartmentsRightsAdmin):
    """An admin of the newsroom: its people see something, what they may not see answers 404, and only acts change."""

    roles = NEWSROOM
    refusals = (Refused, RefusedBelow)
