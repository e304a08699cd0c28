"""The demo's departments, accounts and memberships."""

from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import make_password

from departments.models import Department, Leader, Membership, Role, User
from portal.demo import content
from vietnamese.dates import ZONE

PASSWORD = "portal-demo"  # noqa: S105 - the demo's accounts are told to everybody
LONG_AGO = datetime(2018, 1, 1, tzinfo=ZONE)
REFERENCE = "so-lao-dong-thuong-binh-va-xa-hoi"

# username, full name, role, department (None: the province's), shown to visitors
ACCOUNTS = (
    ("bientap", "Lê Thị Hạnh", Role.WRITER, REFERENCE, True),
    ("duyet", "Trịnh Văn Lâm", Role.EDITOR, REFERENCE, True),
    ("dang", "Nguyễn Thị Mai Phương", Role.PUBLISHER, REFERENCE, True),
    ("kiemduyet", "Phạm Quốc Tuấn", Role.MODERATOR, REFERENCE, True),
    ("quanly", "Hoàng Thị Thu", Role.MANAGER, REFERENCE, True),
    ("bientap.tinh", "Ban Biên tập Cổng", Role.WRITER, None, False),
    ("duyet.tinh", "Thư ký tòa soạn", Role.EDITOR, None, False),
    ("dang.tinh", "Trưởng Ban Biên tập", Role.PUBLISHER, None, False),
    ("kiemduyet.tinh", "Tổ kiểm duyệt ý kiến", Role.MODERATOR, None, False),
)


def load_departments() -> dict[str, Department]:
    """Make what is missing of the demo's departments and leaders; return all by slug."""
    found: dict[str, Department] = {}
    for entry in content.read("departments")["department"]:
        leaders = entry.pop("leader", [])
        parent = found.get(entry.pop("parent"))
        department, made = Department.objects.get_or_create(
            slug=entry.pop("slug"), defaults={**entry, "parent": parent}
        )
        if made:
            Leader.objects.bulk_create(Leader(department=department, **leader) for leader in leaders)
        found[department.slug] = department
    return found


def load_accounts(departments: dict[str, Department]) -> dict[str, User]:
    """Make what is missing of the demo's accounts; return them by username."""
    root = next(department for department in departments.values() if department.parent_id is None)
    hashed = make_password(PASSWORD)
    people = {}
    for username, full_name, role, slug, shown in ACCOUNTS:
        user = _account(username, full_name, hashed if shown else make_password(None))
        department = departments[slug] if slug else root
        Membership.objects.get_or_create(user=user, department=department, role=role, defaults={"since": LONG_AGO})
        people[username] = user
    people["admin"] = _account("admin", "Quản trị hệ thống", hashed, is_superuser=True)
    return people


def _account(username: str, full_name: str, password: str, **more: Any) -> User:
    defaults = {
        "full_name": full_name,
        "email": f"{username}@thanhhoa.example",
        "password": password,
        "is_staff": True,
        "date_joined": LONG_AGO,
        **more,
    }
    return User.objects.get_or_create(username=username, defaults=defaults)[0]
