"""Earlier versions of evidence files that a site may go on serving, from the history."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from oit.evidence.facts import FileFacts
from oit.evidence.inspect import extension
from oit.evidence.media_types import agrees
from oit.model.withdrawals import FILLED_NOTHING
from oit.records.contents import digest_of
from oit.records.evidence_names import is_file_name
from oit.records.site import Round
from oit.records.witness import FileKey, FileVersion


class Candidate(Struct, frozen=True):
    """A version that the history still has, and that was not withdrawn."""

    key: FileKey
    stored: FileVersion


def candidates(round_: Round, withdrawn: Collection[str]) -> Iterator[Candidate]:
    """The versions of a round that are not on the site any more, the newest first.

    `withdrawn` are the hashes of what was taken off the site, in whatever round. Where a version
    was taken off for what it showed, no other of the same cell is served: it may show the same.
    """
    if round_.witness is None:
        return
    suspect = _suspect(round_)
    gone = {(entry.item, entry.sha256) for entry in round_.ledger if entry.withdrawn}
    for key in reversed(round_.witness.files):
        is_gone = key.sha256 in withdrawn or (key.item, key.sha256) in gone | suspect
        is_named = is_file_name(key.file)
        if is_named and not is_gone and key.sha256 not in _current(round_, key.item):
            yield Candidate(key, round_.witness.stored[key.sha256])


def _suspect(round_: Round) -> frozenset[tuple[str, str]]:
    """Item and hash of what filled a cell of which a version was taken off for what it showed."""
    cells = {
        (told.item, told.requirement, period)
        for told in round_.withdrawals
        if told.why not in FILLED_NOTHING
        for period in told.periods or (None,)
    }
    entries = round_.witness.entries if round_.witness else ()
    return frozenset(
        (key.item, digest_of(key.content))
        for key in entries
        if (key.item, key.requirement, key.period) in cells
    )


def _current(round_: Round, item: str) -> frozenset[str]:
    bundle = round_.bundles.get(item)
    return frozenset(facts.sha256 for facts in bundle.facts.values()) if bundle else frozenset()


def is_clean(name: str, facts: FileFacts) -> bool:
    """Whether inspection found nothing in a file for which it would be refused or pointed out.

    What a person has reviewed in it was reviewed for the file that stood then.
    """
    if facts.inspection is None:
        return False
    content = facts.inspection.content
    found = (content.fault, content.hidden, content.active, content.unread, content.personal)
    return not any(found) and agrees(extension(name), content.sniffed)
