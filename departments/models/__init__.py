"""Departments and their people."""

from departments.models.department import Department, Leader
from departments.models.people import Membership, Role, User

__all__ = ["Department", "Leader", "Membership", "Role", "User"]
