"""What a withdrawal takes out of a record: entries, the text of a section, links; as values."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from oit.editing.front_matter import rewritten
from oit.model.ledger import LedgerEntry
from oit.model.record import Evidence, Part, Record
from oit.model.withdrawals import FILLED_NOTHING, Why, Withdrawal, Withdrawals
from oit.periods import Period
from oit.records.contents import digest_of_url
from oit.records.markup import parse_markdown
from oit.records.site import Bundle, Unit
from oit.records.strict_yaml import decode, parse_record

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Named(Struct, frozen=True):
    """What is withdrawn, by the name that entries have for it."""

    kind: str
    name: str
    """Of a file beside the record, of a section, or an address."""
    sha256: str

    @property
    def target(self) -> str:
        """What a link to it points at."""
        return f"#{self.name}" if self.kind == "section" else self.name


class Decision(Struct, frozen=True):
    """Who took it off the site, when and why."""

    day: date
    why: Why
    reason: str
    by: str

    @property
    def filled_nothing(self) -> bool:
        """Whether what is withdrawn was wrong or empty, and so no disclosure."""
        return self.why in FILLED_NOTHING


def withdrawable(bundle: Bundle) -> dict[str, tuple[Named, str]]:
    """What the entries of an item name, each with the title of an entry, by its name."""
    found: dict[str, tuple[Named, str]] = {}
    for unit in bundle.units:
        for entry in unit.disclosed.evidence:
            name, digest = name_of(entry), _digest(entry, unit, bundle)
            if name and digest:
                found.setdefault(name, (Named(entry.kind, name, digest), entry.title))
    return found


def name_of(entry: Evidence) -> str | None:
    """The file, section or address of an entry; `None` of a stated nothing."""
    return None if entry.kind == "none" else str(getattr(entry, entry.kind))


def _digest(entry: Evidence, unit: Unit, bundle: Bundle) -> str | None:
    """The SHA-256 of what an entry discloses; `None` where it is not there, or states nothing."""
    if entry.kind == "file":
        facts = bundle.facts.get(entry.file)
        return facts.sha256 if facts else None
    if entry.kind == "section":
        section = unit.text.sections.get(entry.section)
        return section.digest if section else None
    return digest_of_url(entry.url) if entry.kind == "url" else None


def withdrawals_of(
    unit: Unit,
    named: Named,
    decision: Decision,
    counted: Callable[[Evidence], date | None],
    known: Iterable[Withdrawal],
) -> Iterator[Withdrawal]:
    """A withdrawal for each requirement that entries of a record or part filled with it.

    `counted` tells from when the history let an entry count.
    """
    for entry in unit.disclosed.evidence:
        if is_named(entry, named):
            filled = Filled(unit.disclosed.item, unit.division, entry.requirement, entry.periods)
            made = withdrawal_of(filled, named, decision, counted(entry))
            if made not in known:
                yield made


class Filled(Struct, frozen=True):
    """What something filled: a requirement of an item, for periods, from a record or part."""

    item: str
    division: str | None
    requirement: str
    periods: tuple[Period, ...]


def withdrawal_of(
    filled: Filled, named: Named, decision: Decision, counted: date | None
) -> Withdrawal:
    """The withdrawal of what filled a requirement, and by the history counted from a day."""
    day = None if decision.filled_nothing else counted
    return Withdrawal.model_validate(
        {
            "item": filled.item,
            "for": filled.requirement,
            **({"periods": filled.periods} if filled.periods else {}),
            **({"division": filled.division} if filled.division else {}),
            "sha256": named.sha256,
            "date": decision.day,
            "why": decision.why,
            "reason": decision.reason,
            "by": decision.by,
            **({"counted_from": day} if day else {}),
        }
    )


def is_named(entry: Evidence, named: Named) -> bool:
    """Whether an entry discloses what is withdrawn."""
    return (entry.kind, name_of(entry)) == (named.kind, named.name)


def without(data: bytes, disclosed: Record | Part, named: Named) -> bytes:
    """The bytes of a record without the entries, the text of the section, and links to it."""
    kept = tuple(entry for entry in disclosed.evidence if not is_named(entry, named))
    if kept != disclosed.evidence:
        data = rewritten(data, disclosed.model_copy(update={"evidence": kept}))
    document = parse_record(decode(data))
    lines = _LINES.findall(data.decode("utf-8"))
    head, body = lines[: document.body_line - 1], lines[document.body_line - 1 :]
    section = parse_markdown(document.body).sections.get(named.name)
    if named.kind == "section" and section:
        del body[section.lines.start : section.lines.stop]
    return ("".join(head) + _without_links("".join(body), named.target)).encode("utf-8")


def _without_links(text: str, target: str) -> str:
    """The text with links to an address as their words, and without pictures of it."""
    address = rf"\]\(\s*<?{re.escape(target)}>?(?:\s[^)]*)?\)"
    text = re.sub(rf"!\[[^\]]*{address}", "", text)
    return re.sub(rf"\[([^\]]*){address}", r"\1", text)


def with_withdrawals(known: Iterable[Withdrawal], new: Iterable[Withdrawal]) -> Withdrawals:
    """The file with more withdrawals; earlier ones stay as they are."""
    return Withdrawals(withdrawals=(*known, *new))


def ledger_without(
    entries: Iterable[LedgerEntry], item: str, named: Named, reason: str
) -> tuple[LedgerEntry, ...]:
    """The ledger with the withdrawn version closed; an entry is closed once."""
    return tuple(
        entry.model_copy(update={"withdrawn": reason})
        if entry.is_live and (entry.item, entry.sha256) == (item, named.sha256)
        else entry
        for entry in entries
    )
