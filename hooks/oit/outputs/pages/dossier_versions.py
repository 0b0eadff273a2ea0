"""The versions of an item's files that others took the place of, or that were withdrawn."""

from datetime import date

from msgspec import Struct

from oit.assessment.published_ledger import published_ledger
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.model.ledger import LedgerEntry
from oit.outputs.evidence_files import version_paths
from oit.outputs.pages.links import office_language
from oit.outputs.pages.page_writer import PageWriter


class Version(Struct, frozen=True, kw_only=True):
    """A version of a file that is no longer in its place."""

    file: str
    published: str
    fate: str
    """That another took its place, or that it was withdrawn, and on which day if that is known."""
    reason: str
    """The office's own words; empty where it gave none."""
    language: str
    """That of the reason, where it is not the page's."""
    sha256: str
    href: str
    """Where it is kept; empty where it is not."""


class _End(Struct, frozen=True):
    """From when and why a version stood no more, as the office says."""

    day: date | None = None
    reason: str = ""


def versions_of(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> tuple[Version, ...]:
    """Those that the ledger of published files has, file by file in the order of their ends."""
    ledger = published_ledger(round_.contents, round_.recordings, round_.as_of, item.id)
    gone = [entry for entry in ledger if not entry.is_live]
    ends = {entry.sha256: _end(entry, item, round_) for entry in gone}
    gone.sort(key=lambda entry: (entry.file, ends[entry.sha256].day or date.min))
    paths = version_paths(round_)
    return tuple(
        _version(
            entry,
            ends[entry.sha256],
            paths.get((entry.item, entry.file, entry.sha256)),
            writer,
        )
        for entry in gone
    )


def _end(entry: LedgerEntry, item: ItemAssessment, round_: RoundAssessment) -> _End:
    if entry.withdrawn:
        told = round_.contents.withdrawals
        days = (w.day for w in told if (w.item, w.sha256) == (entry.item, entry.sha256))
        return _End(next(days, None), entry.withdrawn)
    replaced = (each for given in item.evidence() for each in given.evidence.replaces)
    ends = (_End(each.on, each.reason) for each in replaced if each.sha256 == entry.sha256)
    return next(ends, _End())


def _version(entry: LedgerEntry, end: _End, path: str | None, writer: PageWriter) -> Version:
    day = writer.short_day(entry.first_published)
    return Version(
        file=entry.file,
        published=writer.say("dossier.first-published", day=day),
        fate=_fate(entry, end, writer),
        reason=end.reason,
        language=office_language(writer),
        sha256=entry.sha256,
        href=writer.href(path) if path else "",
    )


def _fate(entry: LedgerEntry, end: _End, writer: PageWriter) -> str:
    if end.day is None:
        return writer.say("dossier.taken-off" if entry.withdrawn else "dossier.superseded")
    message = "dossier.taken-off-on" if entry.withdrawn else "dossier.superseded-on"
    return writer.say(message, day=writer.short_day(end.day))
