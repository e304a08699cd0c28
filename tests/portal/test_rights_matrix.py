"""Every named address × every role, in the own, a lower, a foreign and a higher department × every state → status.

An address that isn't in the table fails the last test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from audit.models import Entry
from comments import submission
from comments.models import Comment
from departments.models import Department, Membership, Role, User
from departments.rights import WRITING
from news import publishing
from news.models import Category, Edition, Image
from news.moves import MOVES
from news.pictures import library
from tests import factories

NOW = timezone.now()
# Where an object lies, seen from the person's department; a role holds in the own one and below.
WITHIN = ("own", "lower")
BEYOND = ("foreign", "higher")
ANYBODY = tuple(Role)
NOBODY: tuple[Role, ...] = ()


@dataclass
class Scene:
    """One of everything in each of the four places."""

    departments: dict[str, Department] = field(default_factory=dict)
    editions: dict[str, dict[str, Edition]] = field(default_factory=dict)
    images: dict[str, Image] = field(default_factory=dict)
    shown_images: dict[str, Image] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    memberships: dict[str, Membership] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    category: Category = field(default_factory=Category)

    @property
    def category_of(self) -> dict[str, Category]:
        """The one category, which lies nowhere in the tree."""
        return {"": self.category}


def _editions(department: Department, writer: User, editor: User, publisher: User) -> dict[str, Edition]:
    def submitted() -> Edition:
        return factories.submitted(department, writer, now=NOW)

    def approved(**interval: Any) -> Edition:
        edition = submitted()
        return publishing.approve(edition, by=editor, now=NOW, seen=edition.version, **interval)

    returned, discarded, ended, down = submitted(), factories.draft(department, writer), approved(), approved()
    publishing.return_(returned, by=editor, now=NOW, seen=returned.version, note="Thiếu nguồn")
    publishing.discard(discarded, by=writer, now=NOW, seen=discarded.version)
    Edition.objects.filter(pk=ended.pk).update(live_until=NOW + timedelta(microseconds=1))
    publishing.take_down(down, by=publisher, now=NOW, seen=down.version, kind="error", note="Nhầm")
    return {
        "draft": factories.draft(department, writer),
        "submitted": submitted(),
        "returned": returned,
        "discarded": discarded,
        "scheduled": approved(live_from=NOW + timedelta(days=1)),
        "live": approved(),
        "expired": ended,
        "taken down": down,
    }


@pytest.fixture
def scene(db: None) -> Scene:
    """Build it: the own department lies below a higher one and has a lower one."""
    higher = factories.DepartmentFactory(name="Văn phòng", slug="cao-hon")
    own = factories.DepartmentFactory(name="Sở Xây dựng", slug="cua-minh", parent=higher)
    lower = factories.DepartmentFactory(name="Trung tâm", slug="thap-hon", parent=own, kind="unit")
    foreign = factories.DepartmentFactory(name="Sở Y tế", slug="noi-khac")
    made = Scene({"own": own, "lower": lower, "foreign": foreign, "higher": higher})
    made.category = factories.CategoryFactory()
    for place, department in made.departments.items():
        hand = factories.member(department, *WRITING)
        editor = factories.member(department, Role.EDITOR, Role.PUBLISHER)
        made.editions[place] = _editions(department, hand, editor, editor)
        made.images[place] = library.add(factories.jpeg(), department=department, by=hand, now=NOW, alt="Cây cầu")
        shown = library.add(factories.jpeg(), department=department, by=hand, now=NOW, alt="Cây cầu mới")
        edition = factories.submitted(department, hand, now=NOW, cover=shown)
        publishing.approve(edition, by=editor, now=NOW, seen=edition.version)
        made.shown_images[place] = shown
        made.comments[place] = submission.submit(
            made.editions[place]["live"].article,
            submission.Letter(text="Cảm ơn bài viết rất hay", age=timedelta(minutes=1)),
            sender=place,
            consent_version="1",
            now=NOW,
        )
        made.memberships[place] = Membership.objects.filter(user=hand).first() or Membership()
        made.people[place] = hand
    return made


@dataclass(frozen=True)
class Row:
    """Who gets what: `roles` within their reach get `ok`, all other staff `denied`, an anonymous reader `anonymous`."""

    paths: Callable[[Scene], Iterator[tuple[str, str]]]
    roles: tuple[Role, ...] = ()
    ok: int = 200
    denied: int = 404
    anonymous: int = 302
    superuser: int | None = None

    def expected(self, who: str, place: str) -> int:
        """Return the status for a person ("anonymous", "superuser" or a role) and where the object lies."""
        if who == "anonymous":
            return self.anonymous
        if who == "superuser":
            return self.ok if self.superuser is None else self.superuser
        return self.ok if Role(who) in self.roles and place in ("", *WITHIN) else self.denied


def fixed(*path: str) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    return lambda scene: (("", one) for one in path)


def each(name: str, objects: str, **fixed_kwargs: Any) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    """One address for each place's object."""
    key = fixed_kwargs.pop("key", "object_id")
    return lambda scene: (
        (place, reverse(name, kwargs={key: obj.pk, **fixed_kwargs})) for place, obj in getattr(scene, objects).items()
    )


def each_state(name: str, key: str = "object_id") -> Callable[[Scene], Iterator[tuple[str, str]]]:
    """One address for each place's edition in each state."""
    return lambda scene: (
        (place, reverse(name, kwargs={key: edition.pk}))
        for place, editions in scene.editions.items()
        for edition in editions.values()
    )


def articles(*states: str) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    return lambda scene: (
        (place, editions[state].get_absolute_url()) for place, editions in scene.editions.items() for state in states
    )


def pictures(kind: str) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    return lambda scene: ((place, image.url(image.widths[0])) for place, image in getattr(scene, kind).items())


def public(paths: Callable[[Scene], Iterator[tuple[str, str]]], status: int = 200) -> Row:
    return Row(paths, ANYBODY, ok=status, denied=status, anonymous=status)


def under(state: str, tail: str) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    return lambda scene: (
        (place, editions[state].get_absolute_url() + tail) for place, editions in scene.editions.items()
    )


def entries(page: str) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    """One address for an act in each place's department."""
    return lambda scene: (
        (place, reverse(f"admin:audit_entry_{page}", args=[Entry.objects.filter(department_id=department.pk)[0].pk]))
        for place, department in scene.departments.items()
    )


def model(
    label: str, roles: tuple[Role, ...], objects: str, *, add: Row | None = None, change: Row | None = None
) -> dict[str, list[Row]]:
    """The five addresses of a model in the admin; nothing is deleted there."""
    base = f"admin:{label}"
    seen = Row(each(f"{base}_change", objects), roles)
    return {
        f"{base}_changelist": [Row(fixed(f"/quan-tri/{label.replace('_', '/')}/"), roles)],
        f"{base}_add": [
            add or Row(fixed(f"/quan-tri/{label.replace('_', '/')}/add/"), NOBODY, denied=403, superuser=403)
        ],
        f"{base}_change": [change or seen],
        f"{base}_history": [Row(each(f"{base}_history", objects), roles)],
        f"{base}_delete": [Row(each(f"{base}_delete", objects), roles, ok=403)],
    }


TABLE: dict[str, list[Row]] = {
    "home": [public(fixed("/"))],
    "healthz": [public(fixed("/healthz"))],
    "readyz": [public(fixed("/readyz"))],
    "robots": [public(fixed("/robots.txt"))],
    "favicon": [public(fixed("/favicon.ico"), 302)],
    "news:list": [public(fixed("/tin-tuc/"))],
    "news:categories": [public(fixed("/chuyen-muc/"))],
    "news:category": [public(lambda scene: iter([("", scene.category.get_absolute_url())]))],
    "news:article": [
        public(articles("live")),
        public(articles("expired", "taken down"), 410),
        public(articles("draft", "submitted", "returned", "discarded", "scheduled"), 404),
    ],
    "news:picture": [
        public(pictures("shown_images")),
        Row(pictures("images"), WRITING, anonymous=404),
    ],
    "departments:list": [public(fixed("/don-vi/"))],
    "departments:department": [
        public(lambda scene: ((place, d.get_absolute_url()) for place, d in scene.departments.items()))
    ],
    "comments:write": [public(under("live", "y-kien/"))],
    "comments:thanks": [public(under("live", "y-kien/da-gui/"))],
    "comments:privacy": [public(fixed("/bao-ve-du-lieu-ca-nhan/"))],
    "admin:index": [Row(fixed("/quan-tri/"), ANYBODY)],
    "admin:login": [Row(fixed("/quan-tri/login/"), ANYBODY, ok=302, anonymous=200)],
    "admin:logout": [Row(fixed("/quan-tri/logout/"), ANYBODY, ok=405)],
    "admin:password_change": [Row(fixed("/quan-tri/password_change/"), ANYBODY)],
    "admin:password_change_done": [Row(fixed("/quan-tri/password_change/done/"), ANYBODY)],
    "admin:jsi18n": [Row(fixed("/quan-tri/jsi18n/"), ANYBODY)],
    # Without a field to complete there is nothing to say, to anybody.
    "admin:autocomplete": [Row(fixed("/quan-tri/autocomplete/"), NOBODY, denied=403, superuser=403)],
    "admin:app_list": [Row(fixed("/quan-tri/news/"), ANYBODY, ok=302)],
    "admin:audit_entry_changelist": [Row(fixed("/quan-tri/audit/entry/"), (Role.MANAGER,))],
    "admin:audit_entry_add": [
        Row(fixed("/quan-tri/audit/entry/add/"), (Role.MANAGER,), ok=403),
    ],
    "admin:audit_entry_change": [Row(entries("change"), (Role.MANAGER,))],
    "admin:audit_entry_history": [Row(entries("history"), (Role.MANAGER,))],
    "admin:audit_entry_delete": [Row(entries("delete"), (Role.MANAGER,), ok=403)],
    **model("news_category", NOBODY, "category_of", add=Row(fixed("/quan-tri/news/category/add/"), NOBODY)),
    **model("news_edition", WRITING, "images", add=Row(fixed("/quan-tri/news/edition/add/"), WRITING)),
    "admin:news_edition_change": [Row(each_state("admin:news_edition_change"), WRITING)],
    "admin:news_edition_history": [Row(each_state("admin:news_edition_history"), WRITING)],
    "admin:news_edition_delete": [Row(each_state("admin:news_edition_delete"), WRITING, ok=403)],
    "admin:news_edition_discussion": [Row(each_state("admin:news_edition_discussion"), WRITING, ok=405)],
    "admin:news_edition_preview": [Row(each_state("admin:news_edition_preview"), WRITING)],
    **model("news_image", WRITING, "images", add=Row(fixed("/quan-tri/news/image/add/"), WRITING)),
    "admin:news_image_delete": [
        Row(each("admin:news_image_delete", "images"), WRITING),
        # Back to the picture, with a sentence on why it can't go.
        Row(each("admin:news_image_delete", "shown_images"), WRITING, ok=302),
    ],
    # A list, empty for those who write nowhere.
    "admin:news_image_picker": [Row(fixed("/quan-tri/news/image/chon/"), ANYBODY)],
    "admin:news_image_thumb": [Row(each("admin:news_image_thumb", "images", key="pk"), WRITING)],
    **model(
        "comments_comment",
        (Role.MODERATOR,),
        "comments",
        add=Row(fixed("/quan-tri/comments/comment/add/"), (Role.MODERATOR,), ok=403),
    ),
    "admin:comments_comment_decide": [Row(fixed("/quan-tri/comments/comment/quyet-dinh/approve/"), ANYBODY, ok=405)],
    "admin:comments_comment_erase": [
        Row(each("admin:comments_comment_erase", "comments"), ANYBODY, ok=405, denied=405)
    ],
    **model("departments_department", (Role.MANAGER,), "departments"),
    "admin:departments_department_add": [
        Row(fixed("/quan-tri/departments/department/add/"), (Role.MANAGER,), ok=403, superuser=200)
    ],
    **model(
        "departments_membership",
        (Role.MANAGER,),
        "memberships",
        add=Row(fixed("/quan-tri/departments/membership/add/"), (Role.MANAGER,)),
    ),
    "admin:departments_membership_end": [
        Row(each("admin:departments_membership_end", "memberships"), (Role.MANAGER,), ok=405)
    ],
    **model(
        "departments_user",
        (Role.MANAGER,),
        "people",
        add=Row(fixed("/quan-tri/departments/user/add/"), (Role.MANAGER,)),
    ),
    "admin:departments_user_password": [Row(each("admin:departments_user_password", "people"), (Role.MANAGER,))],
}


def client_of(who: str, scene: Scene) -> Client:
    client = Client()
    if who == "superuser":
        client.force_login(factories.UserFactory(is_superuser=True))
    elif who != "anonymous":
        client.force_login(factories.member(scene.departments["own"], Role(who)))
    return client


@pytest.mark.slow
@pytest.mark.parametrize("who", ["anonymous", *Role.values, "superuser"])
def test_everyone_gets_what_the_table_says(scene: Scene, who: str) -> None:
    client = client_of(who, scene)
    wrong = []
    for name, rows in TABLE.items():
        for row in rows:
            for place, path in row.paths(scene):
                status, expected = client.get(path).status_code, row.expected(who, place)
                if status != expected:
                    wrong.append(f"{name} {path} ({place or 'no place'}): {status}, not {expected}")
    assert not wrong, "\n".join(wrong)


# What each act needs beside the version: (the edition's state, what is typed).
ACTS = {
    "save": ("draft", {"title": "Tiêu đề do người khác gõ"}),
    "submit": ("draft", {"title": "Tiêu đề do người khác gõ"}),
    "return": ("submitted", {"note": "Vì sao"}),
    "approve": ("submitted", {}),
    "discard": ("draft", {}),
    "revise": ("live", {}),
    "end": ("live", {"note": "Vì sao"}),
    "take_down": ("live", {"kind": "error", "note": "Vì sao"}),
}
MOVE_OF = {"save": "edit"}


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_a_forged_button_does_only_what_the_table_of_moves_allows(scene: Scene, act: str) -> None:
    state, typed = ACTS[act]
    roles = MOVES[MOVE_OF.get(act, act)].roles

    def does(who: str, place: str) -> bool:
        edition = scene.editions[place][state]
        rows = Entry.objects.count()
        path = reverse("admin:news_edition_change", args=[edition.pk])
        client_of(who, scene).post(path, {"_act": act, "seen": edition.version, **typed})
        return Entry.objects.count() > rows

    for who in ("anonymous", *Role.values):
        for place in (*BEYOND, *WITHIN):
            if who == "anonymous" or Role(who) not in roles or place in BEYOND:
                assert not does(who, place), f"{who} did “{act}” in the {place} department"
    assert all(does(roles[-1], place) for place in WITHIN)


def test_staff_without_a_role_see_only_the_empty_desk(scene: Scene) -> None:
    client = Client()
    client.force_login(factories.UserFactory())
    assert client.get("/quan-tri/").status_code == 200
    assert client.get("/quan-tri/news/edition/").status_code == 404


def named(resolver: Any, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from named(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def test_every_named_address_is_in_the_table() -> None:
    assert set(named(get_resolver())) - set(TABLE) == set()


def test_the_table_names_no_address_that_is_gone() -> None:
    assert set(TABLE) - set(named(get_resolver())) == set()
