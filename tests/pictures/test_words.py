"""What is said of pictures is part of the approved text, and whose pictures a text may show."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from news import publishing
from news.models import Edition, Image
from news.pictures import library
from news.refusals import Incomplete
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()


def picture(cast: Cast, **words: str) -> Image:
    return library.add(
        factories.jpeg(), department=cast.department, by=cast.writer, now=NOW, **{"alt": "Cây cầu mới", **words}
    )


def figure(image: Image) -> str:
    return f'<p>Đầu</p><figure data-image="{image.pk}"><figcaption>Toàn cảnh</figcaption></figure>'


def approved(cast: Cast, **text: object) -> Edition:
    edition = factories.submitted(cast.department, cast.writer, now=NOW, **text)
    return publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version)


@pytest.mark.parametrize("place", ["cover", "body"])
def test_the_librarys_words_no_longer_change_a_published_text(cast: Cast, client: Client, place: str) -> None:
    image = picture(cast, caption="Chú thích cũ", credit="Nguồn cũ")
    edition = approved(cast, **({"cover": image} if place == "cover" else {"body": figure(image)}))
    before = client.get(edition.get_absolute_url()).text
    assert "Cây cầu mới" in before and "Nguồn cũ" in before
    library.change_description(image, by=cast.writer, now=NOW, alt="Sửa lén", caption="Sửa lén", credit="Sửa lén")
    after = client.get(edition.get_absolute_url()).text
    assert "Sửa lén" not in after and "Nguồn cũ" in after and "Cây cầu mới" in after


def test_a_draft_follows_the_library(cast: Cast) -> None:
    image = picture(cast)
    edition = factories.draft(cast.department, cast.writer, cover=image)
    library.change_description(image, by=cast.writer, now=NOW, alt="Cầu Lam Khê")
    assert Edition.objects.get(pk=edition.pk).cover_words["alt"] == "Cầu Lam Khê"


def test_a_picture_added_to_a_submitted_text_speaks_for_itself_too(cast: Cast) -> None:
    image = picture(cast)
    edition = factories.submitted(cast.department, cast.writer, now=NOW)
    edition = publishing.edit(edition, by=cast.writer, now=NOW, seen=edition.version, body=figure(image))
    assert 'data-alt="Cây cầu mới"' in edition.body


@pytest.mark.parametrize("place", ["cover", "body"])
def test_another_departments_secret_picture_is_not_put_into_a_text(cast: Cast, place: str) -> None:
    secret = picture(cast)
    text = {"cover": secret} if place == "cover" else {"body": figure(secret)}
    with pytest.raises(Incomplete):
        factories.draft(cast.foreign_department, cast.stranger, **text)
    own = factories.draft(cast.foreign_department, cast.stranger)
    with pytest.raises(Incomplete):
        publishing.edit(own, by=cast.stranger, now=NOW, seen=own.version, **text)
    assert not Image.objects.public(NOW).exists()


def test_a_picture_that_readers_see_may_be_shown_by_others(cast: Cast) -> None:
    image = picture(cast)
    approved(cast, cover=image)
    assert factories.draft(cast.foreign_department, cast.stranger, cover=image, now=NOW).pk


def test_what_an_article_shows_already_stays_whoever_edits_it(cast: Cast, published: Callable[..., Edition]) -> None:
    image = picture(cast)
    edition = factories.draft(cast.department, cast.writer, body=figure(image))
    edition.article.department = cast.foreign_department
    edition.article.save()
    body = f"{edition.body}<p>Thêm một đoạn</p>"
    assert publishing.edit(edition, by=cast.stranger, now=NOW, seen=edition.version, body=body).version == 2
