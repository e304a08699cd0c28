"""The admin of departments and their people."""

from departments.admin.departments import DepartmentAdmin
from departments.admin.memberships import MembershipAdmin
from departments.admin.people import UserAdmin

__all__ = ["DepartmentAdmin", "MembershipAdmin", "UserAdmin"]
