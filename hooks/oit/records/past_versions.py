"""Documents of the past, as far as they can be read: what they disclosed and confirmed.

Nothing is found wrong with them: what could not be read then filled nothing.
"""

from functools import lru_cache

from msgspec import Raw, json

from oit.findings import DocumentError, Place
from oit.model.record import Evidence, Part, Record, Review
from oit.records.contents import STATED_NONE, content_of_section, content_of_url
from oit.records.markup import MarkdownText, parse_markdown
from oit.records.strict_yaml import decode, parse_record
from oit.records.validate import validate
from oit.records.witness import DocumentVersion, EntryVersion

_FALLBACKS = {"item": "O1", "owner": "unknown", "frequency": "annual", "division": "unknown"}
"""For required fields that could not be read, and say nothing of what is disclosed."""


def read_version(data: bytes, *, is_part: bool) -> DocumentVersion:
    """What a version of a record or part discloses; nothing where it cannot be read."""
    try:
        document = parse_record(decode(data))
    except DocumentError:
        return DocumentVersion()
    schema: type[Record | Part] = Part if is_part else Record
    fallbacks = {name: value for name, value in _FALLBACKS.items() if name in schema.model_fields}
    read = validate(schema, document, Place("record.md"), fallbacks).model
    if read is None:
        return DocumentVersion()
    # Of most documents nothing that the text says is disclosed, and parsing it is costly.
    has_sections = any(evidence.kind == "section" for evidence in read.evidence)
    text = _text_of(document.body) if has_sections else MarkdownText({})
    entries = tuple(_entry(evidence, text) for evidence in read.evidence)
    frequency = read.frequency if isinstance(read, Record) else None
    return DocumentVersion(read.updated, read.reviews, entries, frequency, is_readable=True)


@lru_cache(maxsize=256)  # most versions of a document differ in its front matter alone
def _text_of(body: str) -> MarkdownText:
    return parse_markdown(body)


def version_to_json(version: DocumentVersion) -> bytes:
    """The version as JSON."""
    return _ENCODER.encode(version)


def version_from_json(told: bytes | Raw) -> DocumentVersion:
    """The version that `version_to_json` has written."""
    return _DECODER.decode(told)


def _review_to_json(review: Review) -> object:
    return review.model_dump(mode="json", by_alias=True)


def _review_from_json(review: type[Review], told: object) -> Review:
    return review.model_validate(told)


# msgspec knows nothing of Pydantic's models.
_ENCODER = json.Encoder(enc_hook=_review_to_json)
_DECODER = json.Decoder(DocumentVersion, dec_hook=_review_from_json)


def content_of(evidence: Evidence, text: MarkdownText) -> str | None:
    """The content of an entry that is no file; `None` for a file, or a section without text."""
    if evidence.kind == "none":
        return STATED_NONE
    if evidence.kind == "url":
        return content_of_url(evidence.url)
    if evidence.kind == "section" and evidence.section in text.sections:
        section = text.sections[evidence.section]
        return content_of_section(section.visible) if section.has_text else None
    return None


def _entry(evidence: Evidence, text: MarkdownText) -> EntryVersion:
    return EntryVersion(
        requirement=evidence.requirement,
        periods=evidence.periods,
        published=evidence.published,
        file=evidence.file if evidence.kind == "file" else None,
        content=content_of(evidence, text),
        sample=evidence.sample,
    )
