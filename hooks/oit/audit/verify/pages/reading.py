"""What a page carries for programs: its marks, each with the text that stands there."""

from collections.abc import Iterator

from lxml import html
from msgspec import Struct

from oit.catalog import Language
from oit.contract.marks import STATUS, SUBJECT, VALUE
from oit.evidence.sniff import decode
from oit.outputs.api.section_texts import elements_of, parsed, text_of

_ENGLISH = "en/"


class Reading(Struct, frozen=True):
    """A page of the site, parsed."""

    address: str
    """From the site's root: `2568/o15/`."""
    root: html.HtmlElement

    @property
    def language(self) -> Language:
        """The language of its words: only the pages below `en/` are in English."""
        return Language.EN if self.address.startswith(_ENGLISH) else Language.TH

    @property
    def thai_address(self) -> str:
        """The address of the same page in Thai."""
        return self.address.removeprefix(_ENGLISH)

    def values(self) -> Iterator[tuple[str, str]]:
        """The fields that are shown in words, each with its words."""
        for element in elements_of(self.root):
            if field := element.get(VALUE):
                yield field, text_of(element)

    def statuses(self) -> Iterator[tuple[str, str]]:
        """The items that it lists or is about, each with its status."""
        for element in elements_of(self.root):
            if (subject := element.get(SUBJECT)) and (status := element.get(STATUS)):
                yield subject, status


def text_of_page(data: bytes) -> str:
    """The HTML of a page; nothing where its bytes are no text."""
    return decode(data) or ""


def reading_of(address: str, text: str) -> Reading:
    """A page by its HTML."""
    return Reading(address, parsed(text))
