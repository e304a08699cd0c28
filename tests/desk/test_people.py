"""Managers keep their departments and people; nobody gives themselves a role."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from departments import accounts, editing, membership
from departments.models import Department, Membership, Role, User
from departments.refusals import NotAllowed, Refused
from tests import factories
from tests.desk.pages import desk_of, words

PASSWORD = "một mật khẩu đủ dài 2026"


def account(cast: Any, **changes: Any) -> dict[str, Any]:
    """Return the filled form of a new account."""
    return {
        "full_name": "Lê Văn Mới",
        "username": "moi",
        "email": "moi@example.vn",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "department": cast.department.pk,
        "role": Role.WRITER,
        **changes,
    }


def open_account(cast: Any, who: Any, **changes: Any) -> Any:
    """Send the form of a new account."""
    return desk_of(who).post(reverse("admin:departments_user_add"), account(cast, **changes))


def test_a_manager_opens_an_account_with_its_first_role(cast: Any) -> None:
    assert open_account(cast, cast.manager).status_code == 302
    person = User.objects.get(username="moi")
    assert person.check_password(PASSWORD)
    assert person.is_staff
    assert not person.is_superuser
    assert [(m.department, m.role) for m in person.memberships.all()] == [(cast.department, Role.WRITER)]
    assert {"account.opened", "membership.granted"} <= set(Entry.objects.values_list("act", flat=True))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"password2": "khác hẳn mật khẩu kia"}, "password2"),
        ({"password1": "ngan", "password2": "ngan"}, "password1"),
        ({"username": "bientap"}, "username"),
        ({"username": "có dấu cách"}, "username"),
        ({"email": "không phải thư"}, "email"),
        ({"department": ""}, "department"),
        ({"role": ""}, "role"),
        ({"role": "king"}, "role"),
    ],
)
def test_a_bad_account_is_refused_at_its_field(cast: Any, changes: dict[str, Any], field: str) -> None:
    response = open_account(cast, cast.manager, **changes)
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert "Lê Văn Mới" in words(response)


def test_a_manager_opens_no_account_elsewhere(cast: Any) -> None:
    response = open_account(cast, cast.manager, department=cast.foreign_department.pk)
    assert "department" in response.context["adminform"].form.errors
    assert not User.objects.filter(username="moi").exists()


def test_a_manager_looks_after_their_own_people_only(cast: Any) -> None:
    now = timezone.now()
    assert accounts.may_look_after(cast.writer, by=cast.manager, now=now)
    assert not accounts.may_look_after(cast.stranger, by=cast.manager, now=now)
    assert not accounts.may_look_after(cast.admin, by=cast.manager, now=now)
    both = factories.member(cast.department, Role.WRITER)
    Membership.objects.create(user=both, department=cast.foreign_department, role=Role.EDITOR)
    assert not accounts.may_look_after(both, by=cast.manager, now=now)


def test_a_new_password_is_given_by_whoever_looks_after_the_account(cast: Any) -> None:
    url = reverse("admin:departments_user_password", args=[cast.writer.pk])
    sent = {"password1": PASSWORD, "password2": PASSWORD}
    assert desk_of(cast.manager).post(url, sent).status_code == 302
    cast.writer.refresh_from_db()
    assert cast.writer.check_password(PASSWORD)
    assert desk_of(cast.stranger).post(url, sent).status_code == 404
    both = factories.member(cast.department, Role.WRITER)
    Membership.objects.create(user=both, department=cast.foreign_department, role=Role.EDITOR)
    url = reverse("admin:departments_user_password", args=[both.pk])
    assert desk_of(cast.manager).post(url, sent).status_code == 403
    with pytest.raises(NotAllowed):
        accounts.set_password(cast.admin, PASSWORD, by=cast.manager, now=timezone.now())


def test_ones_own_password_is_changed_on_record(cast: Any) -> None:
    sent = {"old_password": "mật khẩu dài để thử", "new_password1": PASSWORD, "new_password2": PASSWORD}
    browser = desk_of(cast.writer)
    response = browser.post(reverse("admin:password_change"), sent, follow=True)
    assert "Đã đổi mật khẩu của bạn." in words(response)
    cast.writer.refresh_from_db()
    assert cast.writer.check_password(PASSWORD)
    assert Entry.objects.filter(act="account.password_set", actor=cast.writer).exists()


def test_a_closed_account_gets_in_no_more(cast: Any) -> None:
    url = reverse("admin:departments_user_change", args=[cast.writer.pk])
    inline = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    sent = {"full_name": cast.writer.full_name, "email": cast.writer.email, **inline}
    assert desk_of(cast.manager).post(url, sent).status_code == 302
    cast.writer.refresh_from_db()
    assert not cast.writer.is_active
    assert desk_of(cast.writer).get(reverse("admin:index")).status_code == 302
    assert Entry.objects.filter(act="account.closed").exists()


def test_a_role_is_given_and_ended_on_record(cast: Any) -> None:
    browser = desk_of(cast.manager)
    sent = {
        "user": cast.writer.pk,
        "department": cast.department.pk,
        "role": Role.MODERATOR,
        "until_0": "",
        "until_1": "",
    }
    assert browser.post(reverse("admin:departments_membership_add"), sent).status_code == 302
    held = Membership.objects.get(user=cast.writer, role=Role.MODERATOR)
    again = browser.post(reverse("admin:departments_membership_add"), sent)
    assert "đã có vai trò này" in words(again)
    browser.post(reverse("admin:departments_membership_end", args=[held.pk]), {"reason": "Chuyển công tác"})
    held.refresh_from_db()
    assert held.until is not None
    assert Entry.objects.get(act="membership.ended").reason == "Chuyển công tác"


def test_nobody_changes_their_own_roles(cast: Any) -> None:
    now = timezone.now()
    with pytest.raises(NotAllowed):
        membership.grant(cast.manager, cast.department, Role.EDITOR, by=cast.manager, now=now)
    with pytest.raises(NotAllowed):
        membership.end(cast.manager.memberships.get(), by=cast.manager, now=now)
    sent = {"user": cast.manager.pk, "department": cast.department.pk, "role": Role.EDITOR}
    response = desk_of(cast.manager).post(reverse("admin:departments_membership_add"), sent)
    assert "Không ai tự thay đổi vai trò của mình" in words(response)


def test_roles_of_other_departments_are_out_of_reach(cast: Any) -> None:
    now = timezone.now()
    foreign = cast.stranger.memberships.first()
    assert desk_of(cast.manager).post(reverse("admin:departments_membership_end", args=[foreign.pk])).status_code == 404
    with pytest.raises(NotAllowed):
        membership.grant(cast.writer, cast.foreign_department, Role.WRITER, by=cast.manager, now=now)


def test_an_end_before_the_start_and_an_unknown_role_are_refused(cast: Any) -> None:
    now = timezone.now()
    with pytest.raises(Refused):
        membership.grant(cast.writer, cast.department, "king", by=cast.manager, now=now)
    with pytest.raises(Refused):
        membership.grant(
            cast.writer, cast.department, Role.EDITOR, by=cast.manager, now=now, until=now - timedelta(days=1)
        )


def test_ending_is_a_post(cast: Any) -> None:
    url = reverse("admin:departments_membership_end", args=[cast.writer.memberships.get().pk])
    assert desk_of(cast.manager).get(url).status_code == 405


def department_form(department: Department, **changes: Any) -> dict[str, Any]:
    """Return the filled form of a department as its manager sees it."""
    return {
        "introduction": department.introduction,
        "address": department.address,
        "phone": department.phone,
        "email": department.email,
        "leaders-TOTAL_FORMS": 0,
        "leaders-INITIAL_FORMS": 0,
        "leaders-MIN_NUM_FORMS": 0,
        "leaders-MAX_NUM_FORMS": 1000,
        **changes,
    }


def test_a_manager_keeps_introduction_contacts_and_leaders(cast: Any) -> None:
    url = reverse("admin:departments_department_change", args=[cast.department.pk])
    leader = {
        "leaders-TOTAL_FORMS": 1,
        "leaders-0-name": "Lê Giám Đốc",
        "leaders-0-title": "Giám đốc",
        "leaders-0-order": 1,
    }
    sent = department_form(
        cast.department,
        introduction="<p>Mới<script>x</script></p>",
        phone="0237 1",
        name="Tên lậu",
        slug="lau",
        **leader,
    )
    assert desk_of(cast.manager).post(url, sent).status_code == 302
    cast.department.refresh_from_db()
    assert (cast.department.phone, cast.department.introduction) == ("0237 1", "<p>Mới</p>")
    assert (cast.department.name, cast.department.slug) == ("Sở Xây dựng", "so-xay-dung")
    assert cast.department.leaders.get().name == "Lê Giám Đốc"
    assert {"department.edited", "department.leaders_changed"} <= set(Entry.objects.values_list("act", flat=True))


def test_name_and_place_are_the_administrators(cast: Any) -> None:
    with pytest.raises(NotAllowed):
        editing.edit(cast.department, by=cast.manager, now=timezone.now(), name="Khác")
    with pytest.raises(NotAllowed):
        editing.edit(cast.foreign_department, by=cast.manager, now=timezone.now(), phone="1")
    with pytest.raises(NotAllowed):
        editing.add(Department(name="Mới"), by=cast.manager, now=timezone.now())
    assert desk_of(cast.manager).get(reverse("admin:departments_department_add")).status_code == 403


def test_a_second_province_is_refused_in_the_form(cast: Any) -> None:
    sent = department_form(cast.department, name="Tỉnh nữa", slug="tinh-nua", kind="province", parent="", order=1)
    response = desk_of(cast.admin).post(reverse("admin:departments_department_add"), sent)
    assert response.status_code == 200
    assert "Đã có đơn vị cấp tỉnh." in words(response)


def test_an_administrator_adds_a_department_and_a_category(cast: Any) -> None:
    above = cast.department.pk
    sent = department_form(cast.department, name="Chi cục", slug="chi-cuc", kind="unit", parent=above, order=1)
    assert desk_of(cast.admin).post(reverse("admin:departments_department_add"), sent).status_code == 302
    category = {"name": "Biển đảo", "slug": "bien-dao", "order": 3}
    assert desk_of(cast.admin).post(reverse("admin:news_category_add"), category).status_code == 302
    assert {"department.added", "category.added"} <= set(Entry.objects.values_list("act", flat=True))
