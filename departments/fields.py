"""Text fields that keep one Unicode form on every way in."""

from typing import Any

from django.db import models

from vietnamese.text import fold, nfc


class _Normalised:
    """Stores NFC without control characters, whether it comes from a form, a command, `update()` or a bulk insert."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)  # type: ignore[misc]
        return nfc(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)  # type: ignore[misc]
        return nfc(value) if isinstance(value, str) else value

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        value = super().pre_save(instance, add)  # type: ignore[misc]
        if isinstance(value, str):
            value = nfc(value)
            setattr(instance, self.attname, value)  # type: ignore[attr-defined]
        return value


class LineField(_Normalised, models.CharField):
    """One line of normalised text."""


class ParagraphField(_Normalised, models.TextField):
    """Several lines of normalised text."""


class FoldedField(models.TextField):
    """The folded copy of another field of the same row, kept in step by every save and bulk insert."""

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{**kwargs, "editable": False, "default": ""})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Carry `of` into migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "of": self.of}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        """Return the folded text that is stored."""
        value = fold(getattr(instance, self.of))
        setattr(instance, self.attname, value)
        return value
