"""`oit verify` computes: every verdict of an index, from the rules and events beside it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from oit.assessment.result import ItemAssessment
from oit.audit.verify.computed.check_events import check_events
from oit.audit.verify.computed.check_items import ComparedItem
from oit.audit.verify.computed.check_past import check_past
from oit.audit.verify.computed.check_rules import check_rules
from oit.audit.verify.computed.check_score import check_scores
from oit.audit.verify.computed.check_told import check_told
from oit.audit.verify.computed.differences import Difference, told_by_cause
from oit.audit.verify.computed.judged import PublishedRound, published_round
from oit.audit.verify.computed.today import check_today
from oit.audit.verify.consistency import check_day, check_deadlines, check_round
from oit.audit.verify.documents import parsed
from oit.audit.verify.responses import check_is_no_page, check_received
from oit.audit.verify.values import Discrepancy, schema_differs
from oit.contract.addresses import INDEX_PATH, events_path, policy_path
from oit.contract.base import ContractModel
from oit.contract.events import EventsDocument
from oit.contract.index import Index, RoundEntry
from oit.contract.policy import PolicyDocument
from oit.web_response import Response

_Document = TypeVar("_Document", bound=ContractModel)


def check_computed(
    index: Index, documents: Mapping[str, Response], today: date
) -> Iterator[Discrepancy]:
    """What of the index does not follow from its rules and events, on its day and on `today`.

    `documents` are those beside the index, by path. A round without rules and events is compared
    with itself alone; `age` says what that means.
    """
    for round_ in index.rounds:
        yield from check_day(INDEX_PATH, round_, today)
        computable, reasons = _published(round_, documents)
        yield from reasons
        if computable:
            yield from _check_computed(computable, today)
        else:
            yield from check_round(INDEX_PATH, round_)
            yield from check_deadlines(INDEX_PATH, round_, today)


def _published(
    round_: RoundEntry, documents: Mapping[str, Response]
) -> tuple[PublishedRound | None, list[Discrepancy]]:
    """The round as its documents tell it; `None` where they do not, with the reasons."""
    year = round_.fiscal_year
    if round_.policy is None or round_.events is None:
        return None, []
    policy, no_policy = _read(PolicyDocument, policy_path(year), documents)
    events, no_events = _read(EventsDocument, events_path(year), documents)
    if policy is None or events is None:
        return None, [*no_policy, *no_events]
    try:
        return published_round(round_, policy, events), []
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return None, [_impossible(year, "/".join(map(str, first["loc"])), first["msg"])]
    except (ValueError, ArithmeticError) as error:
        return None, [_impossible(year, "", str(error))]


def _read(
    model: type[_Document], path: str, documents: Mapping[str, Response]
) -> tuple[_Document | None, list[Discrepancy]]:
    """A document; what is wrong with its response is up to `documents`."""
    response = documents.get(path)
    if response is None or check_received(path, response) or check_is_no_page(path, response):
        return None, []
    return parsed(model, path, response.data)


def _impossible(year: int, place: str, found: str) -> Discrepancy:
    """Values that have the form of version 1, and that no policy file or record may have."""
    return schema_differs(policy_path(year), place, found, str(year))


def _check_computed(round_: PublishedRound, today: date) -> Iterator[Discrepancy]:
    try:
        items = round_.judged(round_.basis)
        found = [
            *told_by_cause(_differences(round_, items)),
            *check_today(round_, items, today),
        ]
    # Days beyond the calendar, and numbers that nothing can be computed with.
    except (ValueError, ArithmeticError) as error:
        found = [_impossible(round_.entry.fiscal_year, "", str(error))]
    yield from found


def _differences(
    round_: PublishedRound, items: Mapping[str, ItemAssessment]
) -> Iterator[Difference]:
    yield from check_rules(round_, items)
    yield from check_events(round_)
    yield from check_past(round_, items)
    yield from check_told(round_)
    for item in round_.entry.items:
        if judged := items.get(item.item):
            yield from ComparedItem(item, judged, round_).differences()
    yield from check_scores(round_, items)
