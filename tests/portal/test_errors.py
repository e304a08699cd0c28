"""Error pages: in the portal's clothes, and the one for failures without a database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import path

from portal import errors
from portal import urls as portal_urls


def _raise(error: Exception) -> Callable[[HttpRequest], Any]:
    def view(request: HttpRequest) -> Any:
        raise error

    return view


# The portal's addresses and three that fail: names and handlers stay as they are.
handler400, handler403 = portal_urls.handler400, portal_urls.handler403
handler404, handler500 = portal_urls.handler404, portal_urls.handler500
urlpatterns = [
    path("hong/400/", _raise(BadRequest())),
    path("hong/403/", _raise(PermissionDenied())),
    path("hong/500/", _raise(OperationalError("database is locked"))),
    *portal_urls.urlpatterns,
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/hong/400/", 400, "Không đọc được địa chỉ này"),
        ("/hong/403/", 403, "Bạn không được mở trang này"),
        ("/khong-co/", 404, "Không có trang nào ở địa chỉ này"),
        ("/hong/500/", 500, "Cổng đang gặp sự cố"),
    ],
)
def test_each_error_has_its_page(db: None, address: str, status: int, words: str) -> None:
    response = Client(raise_request_exception=False).get(address)
    html = response.content.decode()
    assert response.status_code == status
    assert words in html and "masthead" in html and "noindex" in html and html.count("<h1") == 1


def test_staff_astray_at_the_desk_find_the_way_back_to_it(cast: Any) -> None:
    client = Client()
    way = "Về bàn biên tập"
    client.force_login(cast.writer)
    assert way in client.get("/quan-tri/khong-co/").content.decode()
    assert way not in client.get("/khong-co/").content.decode()
    assert way not in Client().get("/quan-tri/khong-co/", follow=True).content.decode()


def test_the_page_for_failures_asks_nothing_of_the_database() -> None:
    # Without the `db` fixture any query would raise.
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Cổng thông tin điện tử" in response.content.decode()


def test_when_its_template_fails_too_there_is_still_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "render_to_string", _raise(ValueError("no manifest")))
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500 and "Xin thử lại" in response.content.decode()


def test_a_lost_database_answers_500_in_the_portal_s_clothes(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("gone")

    with connection.execute_wrapper(lost):
        response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500 and "Cổng đang gặp sự cố" in response.content.decode()


def test_a_foreign_host_answers_400(db: None) -> None:
    response = Client().get("/", headers={"host": "evil.example"})
    assert response.status_code == 400 and "masthead" in response.content.decode()


def test_a_form_without_its_token_gets_a_page_that_says_what_to_do(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/quan-tri/login/", {"username": "x"})
    assert response.status_code == 403
    assert "Biểu mẫu chưa được nhận" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/tin-tuc/%00-1/", "/don-vi/%FF/", "/%00/", "/tin-tuc/" + "a" * 10_000 + "-1/", "/" + "9" * 30 + "/"]
)
def test_nonsense_in_the_path_is_never_a_failure(db: None, address: str) -> None:
    response = Client().get(address)
    assert response.status_code in (400, 404)
    assert "masthead" in response.content.decode()
