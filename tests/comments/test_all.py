"""All comments on an article, fifty a page, for readers."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from comments.models import State
from news.models import Edition


@pytest.fixture
def many(comment_in: Any) -> None:
    """120 comments that are shown, two at each moment, and one that isn't."""
    start = timezone.now() - timedelta(hours=5)
    for number in range(120):
        comment_in(State.APPROVED, text=f"Ý kiến số {number:03}.", sent_at=start + timedelta(seconds=number // 2))
    comment_in(State.PENDING, text="Không được hiện câu này.", sent_at=start)


def numbers(html: str) -> list[int]:
    return [int(number) for number in re.findall(r"Ý kiến số (\d{3})\.", html)]


def way(html: str, rel: str, address: str) -> str | None:
    found = re.search(rf'rel="{rel}" href="{re.escape(address)}(\?[^"]*)?"|rel="{rel}" href="(\?[^"]*)"', html)
    return None if not found else (found[1] or found[2] or "")


@pytest.mark.usefixtures("many")
def test_the_article_leads_to_all_of_them(client: Client, edition: Edition, write_url: str) -> None:
    html = client.get(edition.get_absolute_url()).content.decode()
    assert f'href="{write_url}"' in html and "Xem tất cả 120 ý kiến" in html


def test_few_need_no_page_of_their_own(client: Client, edition: Edition, write_url: str, comment_in: Any) -> None:
    comment_in(State.APPROVED)
    assert f'href="{write_url}"' not in client.get(edition.get_absolute_url()).content.decode()


@pytest.mark.usefixtures("many")
def test_every_one_is_found_once_going_to_the_older_and_back(client: Client, write_url: str) -> None:
    found, address, pages = [], write_url, []
    while address is not None:
        html = client.get(address).content.decode()
        pages.append(html)
        assert "noindex" in html and html.count("<h1") == 1 and "Không được hiện câu này" not in html
        found.append(numbers(html))
        older = way(html, "next", write_url)
        address = None if older is None else write_url + older
    assert [len(page) for page in found] == [50, 50, 20]
    assert sorted(number for page in found for number in page) == list(range(120))
    newer = way(pages[-1], "prev", write_url)
    back = client.get(write_url + (newer or ""), follow=True).content.decode()
    assert numbers(back) == found[1]
    newer = way(back, "prev", write_url)
    assert numbers(client.get(write_url + (newer or ""), follow=True).content.decode()) == found[0]


@pytest.mark.usefixtures("many")
def test_a_page_costs_few_queries(client: Client, write_url: str, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(8):
        answer = client.get(write_url)
    assert answer.status_code == 200 and not answer.cookies


@pytest.mark.parametrize(
    "query", ["truoc=x", "sau=" + "9" * 40 + ".1", "truoc=1.1&sau=1.1", "truoc=-999999999999999999.1"]
)
def test_a_place_that_isnt_one_is_404(client: Client, write_url: str, query: str, comment_in: Any) -> None:
    comment_in(State.APPROVED)
    assert client.get(f"{write_url}?{query}").status_code == 404


def test_without_any_comment_the_page_says_so(client: Client, edition: Edition, write_url: str) -> None:
    answer = client.get(write_url)
    assert answer.status_code == 200
    assert f"{edition.get_absolute_url()}#gui-y-kien" in answer.content.decode()
