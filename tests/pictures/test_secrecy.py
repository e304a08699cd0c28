"""Who can fetch a picture's file: readers what a public article shows, staff what their library holds."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from news import publishing
from news.models import Edition, Image
from news.pictures import library
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()


@pytest.fixture
def image(cast: Cast) -> Image:
    return library.add(factories.jpeg(), department=cast.department, by=cast.writer, now=NOW, alt="Cây cầu")


def as_(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def in_text(image: Image) -> dict[str, str]:
    return {"body": f'<p>Tin</p><figure data-image="{image.pk}"><figcaption>Cầu</figcaption></figure>'}


def test_a_picture_in_no_article_is_for_its_staff_alone(cast: Cast, image: Image) -> None:
    address = image.url(320)
    assert Client().get(address).status_code == 404
    assert as_(cast.stranger).get(address).status_code == 404
    for person in (cast.writer, cast.editor, cast.publisher, cast.admin):
        answer = as_(person).get(address)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


@pytest.mark.parametrize("place", ["cover", "body"])
def test_it_is_as_public_as_the_article(
    cast: Cast, image: Image, published: Callable[..., Edition], place: str
) -> None:
    text = {"cover": image} if place == "cover" else in_text(image)
    factories.draft(cast.department, cast.writer, **text)
    assert Client().get(image.url(320)).status_code == 404, "a draft shows nothing"
    edition = published(now=NOW - timedelta(hours=1), **text)
    answer = Client().get(image.url(320))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content[8:12] == b"WEBP"
    assert as_(cast.stranger).get(image.url(320)).status_code == 200
    publishing.take_down(
        edition, by=cast.publisher, now=timezone.now(), seen=edition.version, kind="error", note="Đăng nhầm"
    )
    assert Client().get(image.url(320)).status_code == 404, "what was taken down can't be fetched"
    assert Client().get(image.url(320), headers={"if-none-match": answer["ETag"]}).status_code == 404
    assert as_(cast.writer).get(image.url(320)).status_code == 200


def test_a_scheduled_and_an_expired_article_show_nothing(image: Image, published: Callable[..., Edition]) -> None:
    published(now=NOW - timedelta(hours=2), live_until=NOW - timedelta(hours=1), **in_text(image))
    published(now=NOW - timedelta(hours=2), live_from=timezone.now() + timedelta(hours=1), **in_text(image))
    assert Client().get(image.url(320)).status_code == 404


def test_what_the_browser_has_is_not_sent_again(image: Image, published: Callable[..., Edition]) -> None:
    published(**in_text(image))
    first = Client().get(image.url(320))
    again = Client().get(image.url(320), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Cache-Control"] == "public, no-cache"
    assert Client().get(image.url(480), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_head_tells_the_size_and_post_is_refused(image: Image, published: Callable[..., Edition]) -> None:
    published(**in_text(image))
    whole = Client().get(image.url(320))
    head = Client().head(image.url(320))
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", whole["Content-Length"])
    assert Client().post(image.url(320)).status_code == 405


def test_a_readers_request_takes_one_query_and_no_session(
    image: Image, published: Callable[..., Edition], django_assert_max_num_queries: Any
) -> None:
    published(**in_text(image))
    with django_assert_max_num_queries(1):
        answer = Client().get(image.url(320))
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")
    assert not Session.objects.exists()
    with django_assert_max_num_queries(3):
        assert Client().get("/hinh-anh/khongco/320.webp").status_code == 404


@pytest.mark.parametrize("width", [0, 1, 321, 1600, 10**30])
def test_a_width_that_does_not_exist_answers_404(image: Image, published: Callable[..., Edition], width: int) -> None:
    published(**in_text(image))
    assert Client().get(f"/hinh-anh/{image.token}/{width}.webp").status_code == 404


@pytest.mark.parametrize("token", ["x", "x" * 400, "..", "%2e%2e%2fx", "a%00b", "ảnh", "' OR 1=1 --"])
def test_a_token_of_nonsense_never_breaks(db: None, token: str) -> None:
    assert Client().get(f"/hinh-anh/{token}/320.webp").status_code in (400, 404)


def test_a_missing_file_answers_404(image: Image, published: Callable[..., Edition], settings: Any) -> None:
    from django.core.files.storage import default_storage

    published(**in_text(image))
    default_storage.delete(image.file_name(320))
    assert Client().get(image.url(320)).status_code == 404
    assert Client().head(image.url(320)).status_code == 404


def test_a_closed_account_sees_nothing(cast: Cast, image: Image) -> None:
    client = as_(cast.writer)
    cast.writer.is_active = False
    cast.writer.save()
    assert client.get(image.url(320)).status_code == 404
