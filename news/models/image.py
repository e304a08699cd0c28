"""The picture library."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from departments.fields import FoldedField, LineField
from departments.models import Department
from news.querysets import ImageQuerySet

# The widths that exist of each picture, in pixels; none is larger than the picture itself.
WIDTHS = (320, 480, 640, 960, 1280, 1600)


def new_token() -> str:
    """Return what names a picture's files and address: it says nothing of the uploader and can't be guessed."""
    return get_random_string(22)


class Image(models.Model):
    """A picture of the library. `news.pictures.library.add` is the way in: it decodes and re-encodes."""

    department = models.ForeignKey(Department, verbose_name=_("owner"), on_delete=models.PROTECT, related_name="images")
    token = models.CharField(max_length=32, unique=True, editable=False, default=new_token)
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = LineField(
        _("what it shows"),
        max_length=300,
        blank=True,
        help_text=_("One plain sentence for people who can't see the picture."),
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It tells nothing that the text doesn't.")
    )
    caption = LineField(_("caption"), max_length=500, blank=True)
    credit = LineField(_("credit"), max_length=200, blank=True)
    search_text = FoldedField(of="description")
    uploaded_at = models.DateTimeField(_("uploaded"), editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["department", "sha256"], name="news_image_once_per_department"),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or f"{self._meta.verbose_name} {self.pk}"

    @property
    def description(self) -> str:
        """Everything that a search looks through."""
        return f"{self.alt} {self.caption} {self.credit}"

    @property
    def widths(self) -> list[int]:
        """The widths in which the picture exists, ascending."""
        return [width for width in WIDTHS if width < self.width] + ([self.width] if self.width <= WIDTHS[-1] else [])

    def height_at(self, width: int) -> int:
        """Return the height in pixels that belongs to `width`."""
        return max(1, round(self.height * width / self.width))

    def file_name(self, width: int) -> str:
        """Return the storage name of the file of that width."""
        return f"pictures/{self.token}/{width}.webp"

    def url(self, width: int) -> str:
        """Return the address of the file of that width. Who may fetch it is decided at each request."""
        return reverse("news:picture", kwargs={"token": self.token, "width": width})


class ImageUse(models.Model):
    """An edition shows a picture: as its cover or in its text. Rewritten whenever the edition is saved."""

    class Place(models.TextChoices):
        """Where in the edition."""

        COVER = "cover", _("cover picture")
        BODY = "body", _("in the text")

    edition = models.ForeignKey("news.Edition", on_delete=models.CASCADE, related_name="image_uses")
    image = models.ForeignKey(Image, on_delete=models.PROTECT, related_name="uses")
    place = models.CharField(max_length=10, choices=Place.choices)

    class Meta:
        verbose_name = _("use of an image")
        verbose_name_plural = _("uses of images")
        constraints = [models.UniqueConstraint(fields=["edition", "image", "place"], name="news_imageuse_once")]

    def __str__(self) -> str:
        return f"{self.image_id} – {self.edition_id}"
