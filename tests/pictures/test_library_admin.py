"""The library in the admin: uploading, describing, finding, deleting, and what other departments get: 404."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from departments.models import Role
from news import publishing
from news.models import Image
from news.pictures import library
from tests import factories
from tests.conftest import Cast
from tests.pictures import uploads

NOW = timezone.now()
ADD, LIST, PICKER = "admin:news_image_add", "admin:news_image_changelist", "admin:news_image_picker"


def as_(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def add(cast: Cast, *, foreign: bool = False, **words: str) -> Image:
    department, by = (cast.foreign_department, cast.stranger) if foreign else (cast.department, cast.writer)
    return library.add(factories.jpeg(), department=department, by=by, now=NOW, **{"alt": "Cây cầu", **words})


def form(cast: Cast, **changes: Any) -> dict[str, Any]:
    words = {"alt": "Cây cầu mới", "caption": "Cầu thông xe", "credit": "Sở Xây dựng"}
    return {"file": factories.jpeg(), "department": cast.department.pk, **words, **changes}


def test_a_writer_uploads_a_picture(cast: Cast) -> None:
    answer = as_(cast.writer).post(reverse(ADD), form(cast))
    assert answer.status_code == 302, answer.context and answer.context["adminform"].form.errors
    image = Image.objects.get()
    assert (image.alt, image.department, image.uploaded_by) == ("Cây cầu mới", cast.department, cast.writer)


@pytest.mark.parametrize(("content", "words"), uploads.BAD.values(), ids=uploads.BAD.keys())
def test_a_bad_file_is_refused_at_its_field_and_the_words_are_kept(cast: Cast, content: bytes, words: str) -> None:
    answer = as_(cast.writer).post(reverse(ADD), form(cast, file=uploads.upload(content)))
    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["file"] and words in str(errors["file"])
    assert "Cầu thông xe" in answer.text and "Cây cầu mới" in answer.text
    assert not Image.objects.exists()


def test_a_file_above_the_limit_is_refused_at_its_field(cast: Cast, settings: Any) -> None:
    settings.PICTURE_MAX_BYTES = 1024 * 1024
    big = uploads.upload(b"\xff\xd8" + b"x" * 1024 * 1024)
    answer = as_(cast.writer).post(reverse(ADD), form(cast, file=big))
    assert "1 MB" in str(answer.context["adminform"].form.errors["file"])


def test_no_file_and_no_words_are_told_together(cast: Cast) -> None:
    answer = as_(cast.writer).post(reverse(ADD), {"department": cast.department.pk, "caption": "Còn đây"})
    assert set(answer.context["adminform"].form.errors) == {"file", "alt"}
    assert "Còn đây" in answer.text


def test_a_duplicate_is_refused_with_the_way_to_the_first(cast: Cast) -> None:
    content = factories.jpeg().read()
    client = as_(cast.writer)
    client.post(reverse(ADD), form(cast, file=uploads.upload(content)))
    answer = client.post(reverse(ADD), form(cast, file=uploads.upload(content)))
    first = Image.objects.get()
    assert reverse("admin:news_image_change", args=[first.pk]) in str(answer.context["adminform"].form.errors["file"])


def test_only_departments_where_one_writes_are_offered(cast: Cast) -> None:
    page = as_(cast.writer).get(reverse(ADD))
    assert list(page.context["adminform"].form.fields["department"].queryset) == [cast.department]
    answer = as_(cast.writer).post(reverse(ADD), form(cast, department=cast.foreign_department.pk))
    assert "department" in answer.context["adminform"].form.errors
    assert not Image.objects.exists()


def test_a_writer_of_the_department_above_may(cast: Cast) -> None:
    above = factories.member(factories.province(), Role.WRITER)
    assert as_(above).post(reverse(ADD), form(cast)).status_code == 302


@pytest.mark.parametrize(
    "name", ["admin:news_image_change", "admin:news_image_delete", "admin:news_image_history", "admin:news_image_thumb"]
)
def test_the_pictures_of_others_answer_404(cast: Cast, name: str) -> None:
    address = reverse(name, args=[add(cast, foreign=True).pk])
    assert as_(cast.writer).get(address).status_code == 404
    assert as_(cast.writer).get(reverse(name, args=[999_999])).status_code == 404
    assert as_(cast.stranger).get(address).status_code == 200
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("who", ["moderator", "manager"])
def test_who_has_no_newsroom_role_has_no_library(cast: Cast, who: str) -> None:
    client = as_(getattr(cast, who))
    image = add(cast)
    for address in (reverse(LIST), reverse(ADD), reverse("admin:news_image_change", args=[image.pk])):
        assert client.get(address).status_code in (403, 404)
    assert client.get(reverse("admin:news_image_thumb", args=[image.pk])).status_code == 404
    assert client.get(reverse(PICKER)).json()["pictures"] == []


def test_the_list_shows_own_pictures_in_few_queries(cast: Cast, django_assert_max_num_queries: Any) -> None:
    client = as_(cast.writer)
    for _ in range(12):
        add(cast)
    add(cast, foreign=True)
    with django_assert_max_num_queries(12):
        page = client.get(reverse(LIST))
    assert len(page.context["cl"].result_list) == 12


def test_words_are_found_with_and_without_marks(cast: Cast) -> None:
    image = add(cast, alt="Đường làng lát gạch")
    add(cast, alt="Ruộng bậc thang")
    for words in ("duong lang", "ĐƯỜNG LÀNG", "lát đường", "gach"):
        page = as_(cast.writer).get(reverse(LIST), {"q": words})
        assert list(page.context["cl"].result_list) == [image], words
        chosen = as_(cast.writer).get(reverse(PICKER), {"q": words}).json()["pictures"]
        assert [found["id"] for found in chosen] == [image.pk]


def test_the_list_can_be_narrowed_to_unused_ones(cast: Cast) -> None:
    used, unused = add(cast), add(cast)
    factories.draft(cast.department, cast.writer, cover=used)
    for value, image in (("1", used), ("0", unused)):
        assert list(as_(cast.writer).get(reverse(LIST), {"used": value}).context["cl"].result_list) == [image]


def test_the_description_is_changed_by_an_act(cast: Cast) -> None:
    image = add(cast)
    address = reverse("admin:news_image_change", args=[image.pk])
    words = {"alt": "Cầu treo", "caption": "Mới", "credit": ""}
    assert as_(cast.editor).post(address, words).status_code == 302
    image.refresh_from_db()
    assert (image.alt, image.caption, image.search_text) == ("Cầu treo", "Mới", "cau treo moi")
    answer = as_(cast.editor).post(address, {**words, "alt": ""})
    assert "alt" in answer.context["adminform"].form.errors
    assert as_(cast.stranger).post(address, words).status_code == 404


def test_where_a_picture_is_used_is_told_and_others_are_only_counted(cast: Cast) -> None:
    image = add(cast)
    edition = factories.submitted(cast.department, cast.writer, title="Bài của sở", cover=image)
    publishing.approve(edition, by=cast.editor, now=timezone.now(), seen=edition.version)
    factories.draft(cast.foreign_department, cast.stranger, title="Bài kín của sở khác", cover=image)
    page = as_(cast.writer).get(reverse("admin:news_image_change", args=[image.pk])).text
    assert "Bài của sở" in page and "1 bài của đơn vị khác" in page
    assert "Bài kín" not in page


def test_a_used_picture_is_not_deleted_and_an_unused_one_is(cast: Cast) -> None:
    image = add(cast)
    edition = factories.draft(cast.department, cast.writer, cover=image)
    address = reverse("admin:news_image_delete", args=[image.pk])
    for method in ("get", "post"):
        answer = getattr(as_(cast.writer), method)(address, {"post": "yes"}, follow=True)
        assert "không xóa được" in answer.text
    assert Image.objects.exists()
    edition.cover = None
    edition.save()
    assert as_(cast.writer).get(address).status_code == 200
    assert as_(cast.writer).post(address, {"post": "yes"}).status_code == 302
    assert not Image.objects.exists()


def test_the_chooser_pages_by_key_and_tells_one_picture(cast: Cast) -> None:
    for _ in range(30):
        add(cast)
    add(cast, foreign=True)
    client = as_(cast.writer)
    first = client.get(reverse(PICKER)).json()
    second = client.get(reverse(PICKER), {"before": first["next"]}).json()
    assert (len(first["pictures"]), len(second["pictures"]), second["next"]) == (24, 6, None)
    one = client.get(reverse(PICKER), {"id": first["next"]}).json()["pictures"]
    assert [picture["id"] for picture in one] == [first["next"]]
    assert one[0]["alt"] == "Cây cầu" and client.get(one[0]["thumb"]).status_code == 200


@pytest.mark.parametrize("query", [{"id": "x"}, {"before": "-1"}, {"id": "9" * 30}, {"before": ""}, {"id": "²"}])
def test_nonsense_in_the_chooser_answers_404(cast: Cast, query: dict[str, str]) -> None:
    assert as_(cast.writer).get(reverse(PICKER), query).status_code == 404


def test_long_nonsense_in_the_search_finds_nothing(cast: Cast) -> None:
    add(cast)
    for words in ("x" * 10_000, "%", "_", "' OR 1=1"):
        assert as_(cast.writer).get(reverse(PICKER), {"q": words}).json()["pictures"] == [], words
        assert as_(cast.writer).get(reverse(LIST), {"q": words}).status_code == 200


def test_a_thumbnail_is_never_kept_by_browsers(cast: Cast) -> None:
    image = add(cast)
    answer = as_(cast.writer).get(reverse("admin:news_image_thumb", args=[image.pk]))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert answer["Content-Type"] == "image/webp"
    assert as_(cast.writer).get(f"/quan-tri/news/image/{'9' * 30}/thumb/").status_code == 404


def test_the_cover_is_chosen_from_a_plain_list_too(cast: Cast) -> None:
    from django import forms

    from news.pictures.chooser import LISTED, CoverWidget

    images = [add(cast) for _ in range(3)]
    field = forms.ModelChoiceField(Image.objects.all(), widget=CoverWidget, required=False)
    html = field.widget.render("cover", images[0].pk, {"id": "id_cover"})
    assert html.count("<option") == 4 and f'<option value="{images[0].pk}" selected>' in html
    assert reverse("admin:news_image_thumb", args=[images[0].pk]) in html
    assert "<script" not in html and LISTED == 100
    for nonsense in ("x", "9" * 30, "<b>"):
        assert "selected" not in field.widget.render("cover", nonsense, {}).replace('value="" selected', "")
