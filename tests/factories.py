"""Makers of test objects: each takes what the test is about and fills in the rest."""

from datetime import datetime, timedelta
from io import BytesIO
from itertools import count
from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image as PillowImage

from departments.models import Department, Membership, Role, User
from departments.models.department import Kind
from news import publishing
from news.models import Category, Edition

_serial = count(1)


class UserFactory(factory.django.DjangoModelFactory):
    """A member of staff with the password "mật khẩu dài để thử"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn {n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.vn")
    is_staff = True
    password = factory.django.Password("mật khẩu dài để thử")


class DepartmentFactory(factory.django.DjangoModelFactory):
    """A department below the province."""

    class Meta:
        model = Department

    name = factory.Sequence(lambda n: f"Sở số {n}")
    slug = factory.Sequence(lambda n: f"so-{n}")
    kind = Kind.DEPARTMENT
    parent = factory.LazyFunction(lambda: province())  # noqa: PLW0108 - it stands below


class CategoryFactory(factory.django.DjangoModelFactory):
    """A kind of news."""

    class Meta:
        model = Category

    name = factory.Sequence(lambda n: f"Chuyên mục {n}")
    slug = factory.Sequence(lambda n: f"chuyen-muc-{n}")


def province() -> Department:
    """Return the root, made when needed."""
    return Department.objects.get_or_create(
        kind=Kind.PROVINCE, defaults={"name": "Tỉnh Lam Sơn", "slug": "tinh-lam-son", "parent": None}
    )[0]


def member(department: Department, *roles: Role, since: datetime | None = None, **user: Any) -> User:
    """Return a new person who holds `roles` in `department`, for the last ten years unless `since` is given."""
    person = UserFactory(**user)
    start = since or timezone.now() - timedelta(days=3650)
    for role in roles:
        Membership.objects.create(user=person, department=department, role=role, since=start)
    return person


def text(**changes: Any) -> dict[str, Any]:
    """Return a complete text for an edition."""
    number = next(_serial)
    return {
        "title": f"Khánh thành cầu dân sinh số {number}",
        "lead": "Cây cầu nối ba xã vùng cao được đưa vào sử dụng.",
        "body": "<p>Sáng nay, cây cầu dài 126 mét đã thông xe.</p>",
        "category": Category.objects.first() or CategoryFactory(),
        **changes,
    }


def draft(department: Department, writer: User, *, now: datetime | None = None, **changes: Any) -> Edition:
    """Return a draft of a new article."""
    return publishing.start(department, by=writer, now=now or timezone.now(), **text(**changes))


def submitted(department: Department, writer: User, *, now: datetime | None = None, **changes: Any) -> Edition:
    """Return an edition that waits for approval."""
    now = now or timezone.now()
    edition = draft(department, writer, now=now, **changes)
    return publishing.submit(edition, by=writer, now=now, seen=edition.version)


def jpeg(size: tuple[int, int] = (800, 600), colour: str = "#9b1b22", name: str = "anh.jpg") -> SimpleUploadedFile:
    """Return an uploaded JPEG; each call draws other pixels, so that none is a duplicate."""
    picture = PillowImage.new("RGB", size, colour)
    number = next(_serial)
    mark = (number * 37 % 256, number * 91 % 256, number * 53 % 256)
    picture.paste(mark, (0, 0, max(1, size[0] // 4), max(1, size[1] // 4)))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=95)
    return SimpleUploadedFile(name, buffer.getvalue(), content_type="image/jpeg")
