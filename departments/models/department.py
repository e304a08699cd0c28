"""The tree of departments; its root is the province."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.models import TreeNode

from departments.fields import FoldedField, LineField, ParagraphField
from departments.querysets import DepartmentQuerySet
from richtext.field import RichTextField


class Kind(models.TextChoices):
    """What sort of body it is."""

    PROVINCE = "province", _("province")
    OFFICE = "office", _("office")
    DEPARTMENT = "department", _("department of the province")
    AGENCY = "agency", _("agency")
    COMMUNE = "commune", _("commune or ward")
    UNIT = "unit", _("unit")


class Department(TreeNode):
    """Who publishes."""

    parent = TreeNodeForeignKey(
        "self",
        verbose_name=_("above it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("Empty for the province only."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.DEPARTMENT)
    name = LineField(_("name"), max_length=200)
    name_folded = FoldedField(of="name")
    short_name = LineField(_("short name"), max_length=60, blank=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    order = models.PositiveIntegerField(_("order"), default=0)
    introduction = RichTextField(_("introduction"), blank=True)
    address = LineField(_("postal address"), max_length=250, blank=True)
    phone = LineField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    objects = DepartmentQuerySet.as_manager(with_tree_fields=False)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=Kind.PROVINCE, parent=None) | (~Q(kind=Kind.PROVINCE) & Q(parent__isnull=False)),
                name="departments_only_province_is_root",
                violation_error_message=_("The province stands at the top; every other department stands below one."),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind=Kind.PROVINCE),
                name="departments_one_province",
                violation_error_message=_("There is a province already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the department's page."""
        return reverse("departments:department", kwargs={"slug": self.slug})


class Leader(models.Model):
    """Who leads a department, and with which tasks (Decree 224/2026, article 9.1)."""

    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.CASCADE, related_name="leaders"
    )
    name = LineField(_("full name"), max_length=120)
    title = LineField(_("position"), max_length=120)
    tasks = ParagraphField(_("tasks"), blank=True)
    phone = LineField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{self.title} {self.name}"
