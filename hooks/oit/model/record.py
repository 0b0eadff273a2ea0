"""`record.md` and `<division>.md`: what the office discloses for an item.

The class bodies are the schema: a field's title is its name in the form and in messages, its
description the hint below it there; both stand in the catalogue (`fields`).
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from oit.model.fields import (
    IsoDate,
    ItemId,
    OptionalDate,
    PeriodId,
    Sha256,
    Slug,
    StrictModel,
    Text,
    Truth,
)
from oit.model.labels import hint, label
from oit.periods import Frequency

FIELD_ORDER = (
    *("item", "owner", "division", "frequency", "updated", "reviews", "evidence"),
    *("kind", "for", "periods", "file", "url", "section", "title", "reason"),
    *("published", "sample", "replaces", "sha256", "date", "by", "note"),
)
"""The order of the fields in a document and in the form."""


class Review(StrictModel):
    """Looked at, still right, nothing changed: by which post, and why."""

    # Not `date` in Python: it would hide the type of that name in this class.
    on: IsoDate = Field(alias="date", title=label("review-date"))
    by: Text = Field(title=label("review-by"), description=hint("review-by"))
    note: Text = Field(title=label("review-note"), description=hint("review-note"))


class Replaced(StrictModel):
    """What an entry stood for before, and why it no longer does: another file, or another day."""

    reason: Text = Field(title=label("replaced-reason"), description=hint("replaced-reason"))
    published: OptionalDate = Field(
        default=None, title=label("replaced-published"), description=hint("replaced-published")
    )
    sha256: Sha256 | None = Field(
        default=None,
        title=label("replaced-sha256"),
        description=hint("replaced-sha256"),
    )
    # Not `date` in Python: it would hide the type of that name in this class.
    on: IsoDate = Field(alias="date", title=label("replaced-date"))


class _Evidence(StrictModel):
    requirement: Slug = Field(alias="for", title=label("for"), description=hint("for"))
    periods: tuple[PeriodId, ...] = Field(
        default=(), title=label("periods"), description=hint("periods")
    )
    published: IsoDate = Field(title=label("published"), description=hint("published"))
    sample: Truth = Field(default=False, title=label("sample"), description=hint("sample"))
    replaces: tuple[Replaced, ...] = Field(
        default=(),
        title=label("replaces"),
        description=hint("replaces"),
    )


class FileEvidence(_Evidence):
    """A file beside the record."""

    kind: Literal["file"] = Field(title=label("kind"))
    title: Text = Field(title=label("title"))
    file: Text = Field(title=label("file"), description=hint("file"))


class UrlEvidence(_Evidence):
    """A page elsewhere."""

    kind: Literal["url"] = Field(title=label("kind"))
    title: Text = Field(title=label("title"))
    url: Text = Field(
        title=label("url"),
        description=hint("url"),
        json_schema_extra={"format": "uri"},
    )


class SectionEvidence(_Evidence):
    """A heading with text under it, on the item's page."""

    kind: Literal["section"] = Field(title=label("kind"))
    title: Text = Field(title=label("title"))
    section: Slug = Field(
        title=label("section"),
        description=hint("section"),
    )


class NoneEvidence(_Evidence):
    """A stated nothing, with its reason."""

    kind: Literal["none"] = Field(title=label("kind"))
    reason: Text = Field(title=label("reason"), description=hint("reason"))

    @property
    def title(self) -> str:
        """The reason, in place of the title that the other kinds have."""
        return self.reason


Evidence: TypeAlias = FileEvidence | UrlEvidence | SectionEvidence | NoneEvidence


class _Disclosed(StrictModel):
    item: ItemId = Field(title=label("item"))
    updated: OptionalDate = Field(default=None, title=label("updated"), description=hint("updated"))
    reviews: tuple[Review, ...] = Field(
        default=(),
        title=label("reviews"),
        description=hint("reviews"),
    )
    evidence: tuple[Annotated[Evidence, Field(discriminator="kind")], ...] = Field(
        default=(), title=label("evidence"), description=hint("evidence")
    )


class Record(_Disclosed):
    """`record.md`: an item, by the division that leads it."""

    owner: Slug = Field(title=label("owner"))
    frequency: Frequency = Field(title=label("frequency"))


class Part(_Disclosed):
    """`<division>.md`: one division's share of an item."""

    division: Slug = Field(title=label("division"))
