"""What is said of pictures, fixed into the text when it is handed over.

The library's words are only what a use starts from. If they still counted after the approval, whoever changes them
would change what readers see, with no second person looking.
"""

from news.models import Edition, Image
from news.richtext.figures import fix_words, image_ids


def words_of(image: Image) -> str:
    """Return what the library says the picture shows; of a decorative one, nothing."""
    return "" if image.decorative else image.alt


def fix(edition: Edition) -> None:
    """Write into `edition` (not saved here) what each of its pictures says: what it shows, its caption, its credit."""
    images = Image.objects.in_bulk(image_ids(edition.body))
    edition.body = fix_words(edition.body, {pk: (words_of(image), image.credit) for pk, image in images.items()})
    cover = edition.cover
    edition.cover_alt = edition.cover_alt.strip() or words_of(cover) if cover else ""
    edition.cover_caption = cover.caption if cover else ""
    edition.cover_credit = cover.credit if cover else ""
