"""The blocks that pages are made of, as values that are ready to print (`templates/_blocks.html`).

Every text is in the page's language already, and every address is relative to the page. What is
markup is `Markup`; the templates escape all else. A template prints blocks and judges nothing.
"""

from enum import StrEnum

from markupsafe import Markup
from msgspec import Struct


class Tone(StrEnum):
    """What a state or a tag says at a glance; its name is a class of `assets/blocks.css`."""

    OK = "ok"
    LATE = "late"
    """Something is past its day without evidence, or must be put right."""
    SOON = "soon"
    """Nothing is late, and a deadline is near."""
    WAIT = "wait"
    """Not due yet: never looks like failing."""


class Link(Struct, frozen=True, kw_only=True):
    """A link, with what is said of its target beside it."""

    text: str
    href: str
    note: str = ""
    """Type, size, day: what a reader wants to know before they follow it."""
    is_external: bool = False
    is_file: bool = False
    """Whether it is a file to download, which gets its icon."""
    is_sample: bool = False
    language: str = ""
    """The language of its text, where that is not the page's."""


class State(Struct, frozen=True, kw_only=True):
    """The one sentence of status of a page, worst first."""

    tone: Tone
    headline: str
    detail: str = ""
    """On which day that is, since when, and who answers for it."""
    links: tuple[Link, ...] = ()
    is_sample: bool = False
    """Whether it is judged from samples, which must be said in the sentence itself."""


class Tag(Struct, frozen=True, kw_only=True):
    """A mark beside a name: an icon and words."""

    tone: Tone
    words: str
    is_quiet: bool = False
    """Whether its words are for screen readers alone: what is as it should be needs no words."""
    field: str = ""
    """The field that it says in words (`contract.marks.VALUE`), where its place does not tell."""
    is_lasting: bool = False
    """Whether it is as true on any later day as on the day of the build."""


class Figure(Struct, frozen=True, kw_only=True):
    """A number that answers what people came for."""

    value: str
    unit: str
    caption: str
    """What it is, of which period, and where it comes from."""
    sentence: str = ""
    change: str = ""
    """The change against the period before, in words."""
    name: str = ""
    """What it counts, where no heading says so."""
    link: Link | None = None
    is_sample: bool = False


class Fact(Struct, frozen=True, kw_only=True):
    """A name and a value of a list of facts; several values stand below each other."""

    name: str
    values: tuple[str | Markup | Link, ...]
    field: str = ""
    """The field whose words the first value is (`contract.marks.VALUE`)."""
    is_lasting: bool = True
    """Whether it is as true on any later day as on the day of the build."""
