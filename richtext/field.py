"""The model field of rich text: cleans on every way in, since `Field.clean` doesn't run in `save()`."""

from typing import Any

from django.db import models

from richtext.cleaning import clean


class RichTextField(models.TextField):
    """A text field whose value is always clean: from a form, `save()`, a bulk insert, `update()` or an import."""

    def to_python(self, value: Any) -> Any:
        """Clean what a form sends."""
        return clean(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """Clean what goes to the database by any way."""
        value = super().get_prep_value(value)
        return clean(value) if isinstance(value, str) else value

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        """Leave on the instance what is stored."""
        value = clean(getattr(instance, self.attname) or "")
        setattr(instance, self.attname, value)
        return value
