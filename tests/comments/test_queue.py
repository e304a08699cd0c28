"""The moderators' side: what they see, what the buttons do, who sees nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from comments.models import Comment, State
from departments.models import Role
from news.models import Edition
from tests import factories
from tests.conftest import Cast

LIST = "/quan-tri/comments/comment/"
Make = Callable[..., Comment]


def decide(move: str) -> str:
    return f"{LIST}quyet-dinh/{move}/"


def one(comment: Comment) -> str:
    return f"{LIST}{comment.pk}/change/"


def login(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def moderator(cast: Cast) -> Client:
    """The department's moderator, signed in."""
    return login(cast.moderator)


def page(answer: Any) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_opens_with_what_waits_the_oldest_first(moderator: Client, comment_in: Make) -> None:
    now = timezone.now()
    comment_in(text="Ý kiến mới gửi.", sent_at=now)
    comment_in(text="Ý kiến chờ lâu.", sent_at=now - timedelta(days=1))
    comment_in(State.APPROVED, text="Ý kiến duyệt rồi.")
    html = page(moderator.get(LIST))
    assert html.index("Ý kiến chờ lâu.") < html.index("Ý kiến mới gửi.")
    assert "Ý kiến duyệt rồi." not in html
    assert "Ý kiến duyệt rồi." in page(moderator.get(LIST, {"state": "approved"}))
    assert "Ý kiến duyệt rồi." in page(moderator.get(LIST, {"state": "all"}))


def test_a_row_says_what_was_said_where_and_what_the_checks_found(moderator: Client, comment_in: Make) -> None:
    comment_in(
        name="Hà <b>Văn</b> Ất",
        email="at@example.vn",
        text="Xem <i>ở</i> https://a.example",
        evidence=[{"check": "links", "verdict": "note", "links": 1}],
    )
    html = page(moderator.get(LIST))
    assert "Hà &lt;b&gt;Văn&lt;/b&gt; Ất" in html and "Xem &lt;i&gt;ở&lt;/i&gt;" in html
    assert "Khánh thành cầu Bãi Lau" in html
    assert "Có 1 liên kết." in html and "at@example.vn" in html


@pytest.mark.parametrize("words", ["đèn chiếu", "den chieu", "DEN  sáng", "Lò Thị"])
def test_words_are_found_with_and_without_marks(moderator: Client, comment_in: Make, words: str) -> None:
    comment_in(name="Lò Thị Mai", text="Lắp đèn chiếu sáng ở đầu cầu.")
    comment_in(text="Chuyện khác hẳn về trường học.")
    html = page(moderator.get(LIST, {"q": words}))
    assert "Lắp đèn chiếu" in html and "Chuyện khác hẳn" not in html


def test_filters_narrow_by_department_article_and_date(
    comment_in: Make, cast: Cast, published: Callable[..., Edition]
) -> None:
    comment_in(text="Ý kiến ở Sở Xây dựng.")
    foreign = published(department=cast.foreign_department)
    comment_in(article=foreign.article, text="Ý kiến ở Sở Y tế.", sent_at=timezone.now() - timedelta(days=40))
    admin = login(cast.admin)
    for chosen in (
        {"department": cast.department.pk},
        {"article": Comment.objects.get(text="Ý kiến ở Sở Xây dựng.").article_id},
        {"sent_at__gte": f"{timezone.now() - timedelta(days=7):%Y-%m-%d 00:00:00+07:00}"},
    ):
        html = page(admin.get(LIST, chosen))
        assert "Ý kiến ở Sở Xây dựng." in html and "Ý kiến ở Sở Y tế." not in html
    root = factories.province()
    html = page(admin.get(LIST, {"department": root.pk}))
    assert "Ý kiến ở Sở Xây dựng." in html and "Ý kiến ở Sở Y tế." in html


@pytest.mark.parametrize(
    "query",
    [
        {"state": "nonsense"},
        {"department": "x"},
        {"department": "9" * 30},
        {"article": "-1"},
        {"article": "9" * 30},
        {"q": "a" * 10_000},
        {"p": "999999"},
        {"p": "-1"},
        {"sent_at__gte": "31/02/2020"},
        {"o": "99.-5"},
    ],
)
def test_nonsense_in_a_filter_never_breaks(moderator: Client, comment_in: Make, query: dict[str, str]) -> None:
    comment_in()
    assert moderator.get(LIST, query).status_code in (200, 302, 400, 404)


@pytest.mark.parametrize(
    ("move", "before", "after"),
    [
        ("approve", State.PENDING, State.APPROVED),
        ("spam", State.PENDING, State.SPAM),
        ("reopen", State.REJECTED, State.PENDING),
        ("spam", State.APPROVED, State.SPAM),
    ],
)
def test_a_button_decides_and_comes_back_to_the_same_list(
    moderator: Client, comment_in: Make, move: str, before: State, after: State
) -> None:
    comment = comment_in(before)
    answer = moderator.post(decide(move), {"one": f"{comment.pk}:{before}", "filters": f"state={before}&q=den"})
    assert answer.status_code == 302
    assert answer.url == f"{LIST}?state={before}&q=den"
    comment.refresh_from_db()
    assert comment.state == after


def test_refusing_asks_for_the_reason_and_says_what_will_happen(moderator: Client, comment_in: Make) -> None:
    waiting, shown = comment_in(text="Câu chưa hiện."), comment_in(State.APPROVED, text="Câu đang hiện.")
    both = f"{waiting.pk}:pending {shown.pk}:approved"
    html = page(moderator.post(decide("reject"), {"one": both}))
    assert "Câu chưa hiện." in html and "Câu đang hiện." in html and "sẽ bị gỡ khỏi trang" in html
    answer = moderator.post(decide("reject"), {"one": both, "confirmed": "1", "usual": "", "words": "  "})
    assert answer.status_code == 422
    assert "Hãy chọn một lý do hoặc tự ghi lý do." in answer.content.decode()
    moderator.post(decide("reject"), {"one": both, "confirmed": "1", "usual": "", "words": "Lời lẽ thô tục."})
    assert set(Comment.objects.values_list("state", "reason")) == {("rejected", "Lời lẽ thô tục.")}


def test_a_usual_reason_and_own_words_are_put_together(moderator: Client, comment_in: Make) -> None:
    comment = comment_in()
    usual = "Có nội dung quảng cáo."
    moderator.post(
        decide("reject"), {"one": f"{comment.pk}:pending", "confirmed": "1", "usual": usual, "words": "Bán đất."}
    )
    comment.refresh_from_db()
    assert comment.reason == "Có nội dung quảng cáo. Bán đất."


def bulk(client: Client, action: str, *comments: Comment, **more: Any) -> Any:
    data = {
        "action": action,
        "_selected_action": [comment.pk for comment in comments],
        "seen": [f"{comment.pk}:{comment.state}" for comment in comments],
        "index": "0",
        **more,
    }
    return client.post(f"{LIST}?state=all", data, follow=True)


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("approve_chosen", State.PENDING, State.APPROVED),
        ("spam_chosen", State.PENDING, State.SPAM),
        ("reopen_chosen", State.APPROVED, State.PENDING),
    ],
)
def test_many_are_decided_at_once(
    moderator: Client, comment_in: Make, action: str, before: State, after: State
) -> None:
    comments = [comment_in(before, text=f"Ý kiến hàng loạt số {number}") for number in range(3)]
    other = comment_in(before, text="Ý kiến không chọn.")
    bulk(moderator, action, *comments)
    assert set(Comment.objects.exclude(pk=other.pk).values_list("state", flat=True)) == {after}
    other.refresh_from_db()
    assert other.state == before


def test_many_are_refused_with_one_reason(moderator: Client, comment_in: Make) -> None:
    comments = [comment_in(text=f"Ý kiến hàng loạt số {number}") for number in range(3)]
    html = page(bulk(moderator, "reject_chosen", *comments))
    assert html.count("Ý kiến hàng loạt số") == 3
    assert set(Comment.objects.values_list("state", flat=True)) == {State.PENDING}
    one = " ".join(f"{comment.pk}:pending" for comment in comments)
    assert f'value="{one}"' in html or all(f"{comment.pk}:pending" in html for comment in comments)


def test_in_a_bulk_what_somebody_else_has_settled_stays_and_the_rest_is_done(
    moderator: Client, comment_in: Make, cast: Cast
) -> None:
    stale, fresh = comment_in(text="Người khác duyệt."), comment_in(text="Còn đang chờ.")
    Comment.objects.filter(pk=stale.pk).update(state=State.APPROVED, decided_at=timezone.now(), decided_by=cast.admin)
    html = page(bulk(moderator, "spam_chosen", stale, fresh))
    stale.refresh_from_db()
    fresh.refresh_from_db()
    assert (stale.state, fresh.state) == (State.APPROVED, State.SPAM)
    assert f"{cast.admin} đã quyết định trước" in html


def test_what_the_list_didnt_show_is_never_decided(moderator: Client, comment_in: Make) -> None:
    shown, unshown = comment_in(text="Có trong trang."), comment_in(text="Ở trang khác.")
    moderator.post(
        f"{LIST}?state=all",
        {
            "action": "approve_chosen",
            "_selected_action": [shown.pk, unshown.pk],
            "seen": [f"{shown.pk}:pending"],
            "select_across": "1",
            "index": "0",
        },
    )
    shown.refresh_from_db()
    unshown.refresh_from_db()
    assert (shown.state, unshown.state) == (State.APPROVED, State.PENDING)


@pytest.mark.parametrize("action", ["approve_chosen", "reject_chosen"])
def test_without_what_was_seen_nothing_is_decided(moderator: Client, comment_in: Make, action: str) -> None:
    comment = comment_in()
    html = page(bulk(moderator, action, comment, seen=[]))
    comment.refresh_from_db()
    assert comment.state == State.PENDING and "Chưa chọn ý kiến nào" in html


def test_the_list_doesnt_offer_to_choose_across_its_pages(moderator: Client, comment_in: Make) -> None:
    for number in range(55):
        comment_in(text=f"Ý kiến số {number}")
    html = page(moderator.get(LIST))
    assert 'class="question' not in html and 'name="select_across"' not in html
    assert 'name="action"' in html


def test_a_press_on_more_than_any_list_shows_is_refused(moderator: Client, comment_in: Make) -> None:
    comment_in()
    many = " ".join(f"{pk}:pending" for pk in range(1, 300_000))
    assert moderator.post(decide("approve"), {"one": many}).status_code == 400


def test_a_decision_is_undone_by_the_button_in_its_message(moderator: Client, comment_in: Make) -> None:
    comment = comment_in()
    html = page(moderator.post(decide("approve"), {"one": f"{comment.pk}:pending"}, follow=True))
    assert "Hoàn tác" in html and f'value="{comment.pk}:approved"' in html
    moderator.post(decide("reopen"), {"one": f"{comment.pk}:approved"})
    comment.refresh_from_db()
    assert comment.state == State.PENDING


def test_one_comment_shows_what_helps_to_decide(moderator: Client, comment_in: Make, edition: Edition) -> None:
    comment_in(State.REJECTED, text="Lời cũ từ cùng mạng.", sent_at=timezone.now() - timedelta(days=3))
    comment_in(text="Lời từ mạng khác.", sender_hash="b" * 64, sent_at=timezone.now() - timedelta(days=3))
    comment = comment_in(text="Lời đang xét.", name="Hà Văn Ất")
    moderator.post(decide("approve"), {"one": f"{comment.pk}:pending"})
    html = page(moderator.get(one(comment)))
    assert "Lời đang xét." in html and "Lời cũ từ cùng mạng." in html and "Lời từ mạng khác." not in html
    assert edition.get_absolute_url() in html
    assert "duyệt ý kiến" in html
    assert html.count("<textarea") == 1 and '<textarea id="erase-reason"' in html


def test_nothing_can_be_written_added_or_deleted(moderator: Client, comment_in: Make) -> None:
    comment = comment_in(text="Nguyên văn của bạn đọc.")
    moderator.post(one(comment), {"text": "Sửa lén", "name": "Khác"})
    comment.refresh_from_db()
    assert comment.text == "Nguyên văn của bạn đọc."
    assert moderator.get(f"{LIST}add/").status_code == 403
    assert moderator.post(f"{LIST}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    bulk(moderator, "delete_selected", comment)
    assert Comment.objects.filter(pk=comment.pk).exists()


@pytest.mark.parametrize("who", ["writer", "editor", "publisher", "manager", "stranger"])
def test_who_doesnt_moderate_there_finds_nothing(comment_in: Make, cast: Cast, who: str) -> None:
    comment = comment_in(text="Chỉ người kiểm duyệt được đọc.")
    client = login(getattr(cast, who))
    for answer in (
        client.get(one(comment)),
        client.get(f"{LIST}{comment.pk}/history/"),
        client.post(decide("approve"), {"one": f"{comment.pk}:pending"}),
    ):
        assert answer.status_code == 404
    answer = client.get(LIST)
    assert answer.status_code == (200 if who == "stranger" else 404)
    assert "Chỉ người kiểm duyệt" not in answer.content.decode()
    comment.refresh_from_db()
    assert comment.state == State.PENDING


def test_in_a_mixed_press_only_ones_own_are_decided(
    comment_in: Make, cast: Cast, moderator: Client, published: Callable[..., Edition]
) -> None:
    own = comment_in()
    foreign = comment_in(article=published(department=cast.foreign_department).article)
    moderator.post(decide("approve"), {"one": f"{own.pk}:pending {foreign.pk}:pending"})
    own.refresh_from_db()
    foreign.refresh_from_db()
    assert (own.state, foreign.state) == (State.APPROVED, State.PENDING)


def test_earlier_comments_of_a_foreign_department_arent_shown(
    comment_in: Make, cast: Cast, moderator: Client, published: Callable[..., Edition]
) -> None:
    comment_in(
        article=published(department=cast.foreign_department).article,
        text="Lời ở đơn vị khác.",
        sent_at=timezone.now() - timedelta(days=2),
    )
    assert "Lời ở đơn vị khác." not in page(moderator.get(one(comment_in())))


def test_somebody_who_isnt_signed_in_is_asked_to(comment_in: Make, client: Client) -> None:
    for url in (LIST, one(comment_in()), decide("approve")):
        answer = client.get(url)
        assert (answer.status_code == 302 and "dang-nhap" in answer.url) or "login" in answer.url


@pytest.mark.parametrize(
    "body", ["", "x", "12", "0:pending", "9" * 40 + ":pending", "1:nonsense", "\x00", "-1:pending"]
)
def test_a_press_of_nothing_is_404(moderator: Client, comment_in: Make, body: str) -> None:
    comment_in()
    assert moderator.post(decide("approve"), {"one": body}).status_code == 404


def test_an_unknown_move_is_404_and_looking_at_a_move_is_405(moderator: Client, comment_in: Make) -> None:
    comment = comment_in()
    assert moderator.post(decide("erase"), {"one": f"{comment.pk}:pending"}).status_code == 404
    assert moderator.get(decide("approve")).status_code == 405


def test_the_admin_keeps_djangos_own_protection(cast: Cast, comment_in: Make) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.moderator)
    comment = comment_in()
    assert client.post(decide("approve"), {"one": f"{comment.pk}:pending"}).status_code == 403


@pytest.mark.parametrize("count", [10, 1000])
def test_the_list_costs_the_same_with_ten_and_with_a_thousand(
    moderator: Client, cast: Cast, comment_in: Make, count: int, django_assert_max_num_queries: Any
) -> None:
    first = comment_in()
    Comment.objects.bulk_create(
        Comment(
            article=first.article,
            text=f"Ý kiến hàng loạt số {number}",
            sent_at=first.sent_at + timedelta(seconds=number),
            consent_version="1",
            sender_hash="a" * 64,
        )
        for number in range(count)
    )
    with django_assert_max_num_queries(20):
        page(moderator.get(LIST))
    with django_assert_max_num_queries(20):
        page(moderator.get(one(first)))


def test_a_moderator_of_a_lower_department_only_sees_that(
    comment_in: Make, cast: Cast, published: Callable[..., Edition]
) -> None:
    lower = factories.DepartmentFactory(name="Phòng Quản lý nhà", parent=cast.department)
    below = comment_in(article=published(department=lower).article, text="Ý kiến ở phòng.")
    above = comment_in(text="Ý kiến ở sở.")
    client = login(factories.member(lower, Role.MODERATOR))
    html = page(client.get(LIST))
    assert "Ý kiến ở phòng." in html and "Ý kiến ở sở." not in html
    assert client.get(one(above)).status_code == 404
    assert login(cast.moderator).get(one(below)).status_code == 200
