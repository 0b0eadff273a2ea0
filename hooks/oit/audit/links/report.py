"""The report of `oit links`: each link as a diagnostic, and how many there are of each state."""

from collections.abc import Iterator, Mapping

from oit.audit.links.collect import Mention
from oit.audit.links.history import DAYS_UNTIL_DEAD, LinkRecord, LinkState
from oit.diagnostics import At, Diagnostic, Group, Report, Severity, Where, Words, listed
from oit.wording.render.data import json_document
from oit.wording.render.words import both_words, value_words
from oit.wording.words import printable

CheckedLinks = Mapping[str, tuple[LinkRecord, list[Mention]]]
"""Each link with what is known of it, and its mentions in records."""

_SEVERITIES = {
    LinkState.DEAD: Severity.ERROR,
    LinkState.FAILING: Severity.NOTICE,
    LinkState.REFUSED: Severity.NOTICE,
}
"""Of the states that are told; a link that works is only counted."""


def diagnostic_of(address: str, record: LinkRecord, mentions: list[Mention]) -> Diagnostic:
    """A link that did not work; one that did is of no severity but `INFO`."""
    shown = printable(address)
    return Diagnostic(
        id=f"links.{record.state}-found",
        severity=_SEVERITIES.get(record.state, Severity.INFO),
        level=f"links.{record.state}",
        where=Where(
            parts=(Words(shown, shown),),
            at=tuple(At(mention.file, mention.line) for mention in mentions),
        ),
        params={"reason": _reason(record), "limit": DAYS_UNTIL_DEAD},
        notes=tuple(_failed_on(record)),
        facts={
            "url": address,
            **record.model_dump(mode="json"),
            "places": [{"file": mention.file, "line": mention.line} for mention in mentions],
        },
    )


def _reason(record: LinkRecord) -> Words:
    """In the words of `oit verify`, whose checks include each trouble and `http-status`."""
    check = record.trouble.value if record.trouble else "http-status"
    return both_words(f"verify.{check}", status=record.status, detail="")


def _failed_on(record: LinkRecord) -> Iterator[Words]:
    if record.failed_on:
        days = listed(map(value_words, record.failed_on))
        yield both_words("links.failed-on", days=days)


def links_report(checked: CheckedLinks) -> Report:
    """A block for each link that did not work, the dead first; then a line of counts."""
    told = tuple(
        diagnostic_of(address, *checked[address])
        for state in _SEVERITIES
        for address in checked
        if checked[address][0].state is state
    )
    return Report(groups=(Group(diagnostics=told),) if told else (), closing=(_summary(checked),))


def _summary(checked: CheckedLinks) -> Words:
    states = [record.state for record, _ in checked.values()]
    counted = (
        both_words("links.counted", name=both_words(f"links.{state}"), count=states.count(state))
        for state in LinkState
    )
    return both_words("links.summary", count=len(checked), states=listed(counted))


def links_json(checked: CheckedLinks) -> str:
    """The links as JSON: each with the fields of its `LinkRecord`, and its mentions as `places`."""
    links = [dict(diagnostic_of(address, *known).facts) for address, known in checked.items()]
    return json_document({"links": links})
