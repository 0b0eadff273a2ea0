"""One order carried out in thought: what it would change, and what it comes to.

A command, the desk and the inbox write what comes of it; here nothing is written.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import both
from oit.editing.preview import item_of, item_summary, new_notices, round_of
from oit.entry.drafts import Draft, changes_of, judged
from oit.entry.files import file_draft
from oit.entry.links import link_draft
from oit.entry.orders import Kind, Order
from oit.entry.refusals import could_not_run
from oit.entry.replacement import replace_draft
from oit.entry.selection import SelectedItem, Session
from oit.entry.statements import confirm_draft, none_draft, require_confirmed
from oit.entry.texts import text_draft
from oit.evidence.personal import redact
from oit.wording.gate_text import findings_text

_DRAFTS: Mapping[Kind, Callable[[Session, Order], Draft]] = {
    Kind.FILE: file_draft,
    Kind.LINK: link_draft,
    Kind.TEXT: text_draft,
    Kind.NONE: none_draft,
    Kind.CONFIRM: confirm_draft,
    Kind.REPLACE: replace_draft,
}


class Entered(Struct, frozen=True):
    """What an order would change; nothing is written yet."""

    selected: SelectedItem
    changes: Mapping[str, bytes]
    """The bytes of each file that becomes new or other, by path from the root."""
    what: str
    """What is entered, in Thai."""
    told: tuple[str, ...]
    """What was said on the way."""
    notices: str
    """What its approver will have to know; empty where there is nothing."""
    summary: str
    """The status of the item then, its next deadline, and what is due by now."""
    after: Assessment
    """The whole site as it would be."""


def carry_out(session: Session, order: Order) -> Entered:
    """What an order would change, judged beside the site.

    Raises `RefusedError` where something is missing or cannot be, and where it would add faults;
    `OSError` where the disk fails.
    """
    _require_characters(order)
    told: list[str] = []
    heard = replace(session, tell=_heard_by(told, session.tell))
    draft = _DRAFTS[order.kind](heard, order)
    changes = changes_of(session, draft)
    after = judged(session, draft.selected, changes)
    if order.kind is Kind.CONFIRM:
        require_confirmed(session, draft, after)
    return _entered(session, draft, changes, tuple(told), after)


def _require_characters(order: Order) -> None:
    """A terminal gives what is no UTF-8 as halves of characters, which no record can hold."""
    try:
        "".join((order.text, order.title, order.post)).encode()
    except UnicodeEncodeError:
        could_not_run(both("entry.no-characters"))


def _heard_by(told: list[str], tell: Callable[[str], None]) -> Callable[[str], None]:
    def heard(text: str) -> None:
        safe = redact(text)  # a file may be named by the number of a person
        told.append(safe)
        tell(safe)

    return heard


def _entered(
    session: Session,
    draft: Draft,
    changes: Mapping[str, bytes],
    told: tuple[str, ...],
    after: Assessment,
) -> Entered:
    selected, vocabulary = draft.selected, session.vocabulary
    year = selected.round.fiscal_year
    item = item_of(after, year, selected.id)
    notices = new_notices(item_of(session.before, year, selected.id), item)
    words = findings_text(notices, vocabulary, session.environment.language) if notices else ""
    summary = item_summary(round_of(after, year), item, session.today, vocabulary)
    return Entered(selected, changes, draft.what, told, words, summary, after)
