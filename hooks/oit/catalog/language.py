"""The languages of pages and messages."""

from enum import StrEnum


class Language(StrEnum):
    """A language of pages and messages."""

    TH = "th"
    EN = "en"
