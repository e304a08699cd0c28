"""Who may do what where."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from departments.models import Department, Membership, Role
from departments.rights import rights_of
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()


def test_a_role_holds_in_the_department_and_all_below(cast: Cast) -> None:
    unit = factories.DepartmentFactory(parent=cast.department, kind="unit")
    room = factories.DepartmentFactory(parent=unit, kind="unit")
    rights = rights_of(cast.writer, NOW)
    assert rights.departments(Role.WRITER) == {cast.department.pk, unit.pk, room.pk}


def test_a_role_does_not_hold_above_or_beside(cast: Cast) -> None:
    unit = factories.DepartmentFactory(parent=cast.department, kind="unit")
    rights = rights_of(factories.member(unit, Role.EDITOR), NOW)
    assert not rights.may((Role.EDITOR,), cast.department.pk)
    assert not rights.may((Role.EDITOR,), cast.foreign_department.pk)


def test_one_role_is_not_another(cast: Cast) -> None:
    assert not rights_of(cast.writer, NOW).anywhere(Role.EDITOR, Role.PUBLISHER, Role.MODERATOR, Role.MANAGER)


def test_a_role_holds_from_its_start_until_its_end(cast: Cast) -> None:
    member = factories.member(cast.department, Role.WRITER, since=NOW)
    Membership.objects.filter(user=member).update(until=NOW + timedelta(days=1))
    for at, holds in [
        (NOW - timedelta(seconds=1), False),
        (NOW, True),
        (NOW + timedelta(days=1), False),
    ]:
        assert rights_of(member, at).anywhere(Role.WRITER) is holds


@pytest.mark.parametrize("field", ["is_active", "is_staff"])
def test_a_closed_account_has_no_rights(cast: Cast, field: str) -> None:
    setattr(cast.writer, field, False)
    assert not rights_of(cast.writer, NOW).anywhere()


def test_readers_have_no_rights(db: None) -> None:
    assert not rights_of(AnonymousUser(), NOW).anywhere()


def test_a_superuser_has_every_role_everywhere(cast: Cast) -> None:
    assert rights_of(cast.admin, NOW).departments(Role.MANAGER) == set(Department.objects.values_list("pk", flat=True))


def test_rights_cost_two_queries_however_many_departments(cast: Cast, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _ in range(20):
        factories.DepartmentFactory(parent=cast.department, kind="unit")
    with django_assert_num_queries(2):
        rights_of(cast.writer, NOW)


def test_there_is_one_province(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match=r"departments_one_province|UNIQUE"), transaction.atomic():
        Department.objects.create(kind="province", name="Tỉnh khác", slug="tinh-khac")


def test_only_the_province_stands_at_the_top(db: None) -> None:
    with pytest.raises(IntegrityError, match="departments_only_province_is_root"), transaction.atomic():
        Department.objects.create(kind="department", name="Sở", slug="so", parent=None)


def test_folded_and_normalised_names_are_kept_in_step(db: None) -> None:
    import unicodedata

    department = factories.DepartmentFactory(name=unicodedata.normalize("NFD", "Sở Đất đai"))
    department.refresh_from_db()
    assert department.name == "Sở Đất đai"
    assert department.name_folded == "so dat dai"
