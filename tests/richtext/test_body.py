"""An article's text as readers get it: pictures from the library, tables that scroll."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.template import Context, Template
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from news.models import Edition, Image
from news.pictures import library
from news.richtext.figures import expand, image_ids
from richtext.cleaning import clean
from tests import factories
from tests.conftest import Cast


@pytest.fixture
def image(cast: Cast) -> Image:
    words = {"alt": 'Cầu "mới"', "caption": "Chú thích trong kho", "credit": "Lê & Trần"}
    return library.add(
        factories.jpeg((900, 600)), department=cast.department, by=cast.writer, now=timezone.now(), **words
    )


def rendered(source: str, **context: Any) -> str:
    return Template("{% load pictures %}" + source).render(Context(context))


def body(text: str) -> str:
    return rendered("{% article_body edition %}", edition=Edition(body=clean(text)))


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def first(self, tag: str) -> dict[str, str | None]:
        return next(attrs for name, attrs in self.found if name == tag)


def test_a_picture_comes_in_all_widths_with_its_size(image: Image) -> None:
    img = Elements(rendered("{% picture image sizes='50vw' %}", image=image)).first("img")
    assert img["src"] == image.url(640)
    assert img["srcset"] == ", ".join(f"{image.url(width)} {width}w" for width in (320, 480, 640, 900))
    assert (img["width"], img["height"], img["sizes"]) == ("640", "427", "50vw")
    assert (img["alt"], img["loading"], img["decoding"]) == ('Cầu "mới"', "lazy", "async")


def test_the_lead_picture_is_not_lazy(image: Image) -> None:
    img = Elements(rendered("{% picture image lazy=False %}", image=image)).first("img")
    assert "loading" not in img and img["fetchpriority"] == "high"


def test_words_of_this_use_come_before_the_librarys(image: Image) -> None:
    assert Elements(rendered("{% picture image alt='Ở đây' %}", image=image)).first("img")["alt"] == "Ở đây"
    assert Elements(rendered("{% picture image alt='' %}", image=image)).first("img")["alt"] == ""
    image.decorative = True
    assert Elements(rendered("{% picture image %}", image=image)).first("img")["alt"] == ""
    assert Elements(rendered("{% picture image alt='Ở đây' %}", image=image)).first("img")["alt"] == "Ở đây"


def test_a_figure_becomes_a_picture_with_caption_and_credit(image: Image) -> None:
    figure = (
        f'<figure data-image="{image.pk}" data-alt="Ở &quot;đây&quot;">'
        "<figcaption>Toàn <em>cảnh</em></figcaption></figure>"
    )
    html = body(f"<p>Đầu</p>{figure}<p>Cuối</p>")
    assert Elements(html).first("img")["alt"] == 'Ở "đây"'
    assert "Toàn <em>cảnh</em>" in html and "Ảnh: Lê &amp; Trần" in html
    assert html.startswith("<p>Đầu</p>") and html.endswith("<p>Cuối</p>")
    assert "data-image" not in html


def test_a_figure_without_words_takes_the_librarys(image: Image) -> None:
    html = body(f'<figure data-image="{image.pk}"></figure>')
    assert Elements(html).first("img")["alt"] == 'Cầu "mới"'
    assert "Chú thích trong kho" not in html, "the caption belongs to the text"


def test_a_picture_that_is_gone_leaves_its_caption(db: None) -> None:
    assert body('<figure data-image="99"><figcaption>Toàn cảnh</figcaption></figure>') == "<p>Toàn cảnh</p>"


def test_many_pictures_take_one_query_and_none_takes_none(image: Image, django_assert_num_queries: Any) -> None:
    figure = f'<figure data-image="{image.pk}"></figure>'
    with django_assert_num_queries(1):
        assert body(figure * 5).count("<img") == 5
    with django_assert_num_queries(0):
        assert body("<p>Chữ</p>") == "<p>Chữ</p>"


def test_a_table_stands_in_a_region_that_scrolls(db: None) -> None:
    table = '<table><caption>Điểm &amp; hạng "A"</caption><tbody><tr><td>1</td></tr></tbody></table>'
    html = body(f"<p>a</p>{table}<p>b</p><table><tbody><tr><td>2</td></tr></tbody></table>")
    regions = [attrs for tag, attrs in Elements(html).found if tag == "div"]
    assert [region["aria-label"] for region in regions] == ['Điểm & hạng "A"', "Bảng 2"]
    assert all(region["tabindex"] == "0" and region["role"] == "region" for region in regions)
    assert html.count("</div>") == 2 and html.count("</table></div>") == 2
    assert html.startswith("<p>a</p><div") and "</div><p>b</p><div" in html


def test_a_table_in_a_table_is_wrapped_once(db: None) -> None:
    html = body("<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table></td></tr></tbody></table>")
    assert html.count("<div") == 1 and html.endswith("</table></div>")


captions = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)


@given(st.lists(st.tuples(st.integers(1, 10**11), captions, captions), max_size=4))
def test_figures_survive_the_round_trip(figures: list[tuple[int, str, str]]) -> None:
    from django.utils.html import escape

    from vietnamese.text import nfc

    html = "<p>x</p>".join(
        f'<figure data-image="{pk}" data-alt="{escape(alt)}"><figcaption>{escape(text)}</figcaption></figure>'
        for pk, alt, text in figures
    )
    seen = []
    cleaned = clean(html)
    expand(cleaned, {pk: pk for pk, _, _ in figures}, lambda pk, alt, text, credit: seen.append((pk, alt)) or "")
    assert image_ids(cleaned) == list(dict.fromkeys(pk for pk, _, _ in figures))
    assert seen == [(pk, nfc(alt)) for pk, alt, _ in figures]
