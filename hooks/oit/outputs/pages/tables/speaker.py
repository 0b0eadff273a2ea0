"""What tables need of the writer of their page."""

from datetime import date
from typing import Protocol

from oit.catalog import Language
from oit.catalog.catalog import Value


class Speaker(Protocol):
    """Who knows the words of a page's language."""

    @property
    def language(self) -> Language:
        """The language of the page."""

    def say(self, message_id: str, **values: Value) -> str:
        """A message of the catalogue."""

    def short_day(self, day: date) -> str:
        """A day as `9 เม.ย. 2568`."""
