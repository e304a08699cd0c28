"""Who publishes: the tree of departments, their people and rights."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    """Departments, memberships and rights."""

    name = "departments"
    verbose_name = _("Departments")
