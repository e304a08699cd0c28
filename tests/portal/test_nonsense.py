"""Requests that no page of ours makes: answered with our page for 400 wherever they go, and never a failure."""

from typing import Any

import pytest
from django.test import Client

from portal import wsgi
from portal.wsgi import Request
from tests.conftest import Cast
from tests.desk.pages import desk_of

ADDRESSES = ("/", "/tin-tuc/", "/khong-co/", "/tin-tuc", "/hinh-anh/x/1.webp", "/quan-tri/")


def is_our_page_for_400(answer: Any) -> bool:
    html = answer.content.decode()
    return answer.status_code == 400 and "Không đọc được địa chỉ này" in html and "Content-Security-Policy" in answer


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", ["q=%00", "%00=q", "q=%FF%FE", "q=1&q=%00"])
def test_what_isnt_text_is_refused_on_every_address(db: None, address: str, query: str) -> None:
    assert is_our_page_for_400(Client(raise_request_exception=False).get(f"{address}?{query}"))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("charset", ["base64", "undefined", "punycode", "idna", "utf-16", "rot13", "utf-7"])
def test_another_charset_is_refused_on_every_address(
    db: None, address: str, charset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Django's own request breaks on it before any middleware is asked.
    monkeypatch.setattr("django.test.client.WSGIRequest", Request)
    client = Client(raise_request_exception=False)
    for method in ("GET", "POST"):
        answer = client.generic(method, f"{address}?q=abc", b"a=b", content_type=f"text/plain; charset={charset}")
        assert is_our_page_for_400(answer)


def test_the_servers_make_requests_that_dont_break() -> None:
    assert wsgi.application.request_class is Request


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "khong-co"])
def test_utf_8_and_a_charset_that_isnt_one_pass(db: None, charset: str) -> None:
    answer = Client().generic("GET", "/tin-tuc/?q=c%E1%BA%A7u", b"", content_type=f"text/plain; charset={charset}")
    assert answer.status_code == 200


def test_more_fields_than_any_form_has_are_refused(db: None) -> None:
    query = "&".join(f"a{number}=1" for number in range(2500))
    for address in ("/", "/khong-co/"):
        assert is_our_page_for_400(Client(raise_request_exception=False).get(f"{address}?{query}"))


@pytest.mark.parametrize("value", ["\x00" * 32, "a\x00b", "A" * 32, "x" * 65, "é", "' or 1=1", ""])
@pytest.mark.parametrize("address", ["/", "/quan-tri/", "/quan-tri/login/"])
def test_a_session_cookie_that_isnt_ours_is_ignored(db: None, address: str, value: str) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "x"
    header = f"sessionid={value}".encode().decode("latin-1")
    answer = client.get(address, HTTP_COOKIE=header)
    assert answer.status_code in (200, 302)
    assert not answer.wsgi_request.COOKIES.get("sessionid")


def test_a_real_session_cookie_is_kept(cast: Cast) -> None:
    assert desk_of(cast.writer).get("/quan-tri/").status_code == 200


HUGE = "9" * 30
LISTS = {
    "/quan-tri/news/edition/": [f"category={HUGE}", f"category__id__exact={HUGE}", "category=x", f"department={HUGE}"],
    "/quan-tri/news/image/": [f"department={HUGE}", f"department__id__exact={HUGE}", "decorative__exact=x", "used=%01"],
    "/quan-tri/departments/membership/": [f"user={HUGE}", f"department={HUGE}", "role__exact=x", "user=abc"],
    "/quan-tri/departments/user/": ["is_active__exact=x", f"id={HUGE}", f"id__in={HUGE},x"],
    "/quan-tri/departments/department/": ["kind__exact=x", f"parent={HUGE}"],
    "/quan-tri/comments/comment/": ["sent_at__gte=0001-01-01", "sent_at__lt=9999-12-31", f"article={HUGE}"],
    "/quan-tri/audit/entry/": ["at__gte=0001-01-01", "at__lt=9999-12-31", f"actor={HUGE}", f"object_id={HUGE}"],
}


# Django says only to developers that such a date names no time zone.
@pytest.mark.filterwarnings("ignore:DateTimeField")
@pytest.mark.parametrize(("address", "query"), [(path, query) for path, queries in LISTS.items() for query in queries])
def test_nonsense_in_the_address_of_a_list_is_never_a_failure(cast: Cast, address: str, query: str) -> None:
    client = desk_of(cast.admin)
    client.raise_request_exception = False
    assert client.get(f"{address}?{query}", follow=True).status_code in (200, 400, 404)


@pytest.mark.parametrize("chosen", ["abc", "\x00", HUGE, "-1", "1.5", ""])
@pytest.mark.parametrize("address", LISTS)
def test_nonsense_chosen_in_a_list_is_never_a_failure(cast: Cast, address: str, chosen: str) -> None:
    client = desk_of(cast.admin)
    client.raise_request_exception = False
    data = {"action": "approve_chosen", "_selected_action": chosen, "index": "0", "seen": f"{chosen}:pending"}
    assert client.post(address, data, follow=True).status_code in (200, 400, 403, 404)
