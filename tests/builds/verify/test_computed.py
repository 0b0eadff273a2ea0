"""`oit verify` computes: every verdict of an index from the rules and events beside it."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from helpers.support import as_of, copy_site, published, replace
from oit.audit.verify.computed.check import check_computed
from oit.audit.verify.computed.rules import judged_by
from oit.audit.verify.report import diagnostic_of
from oit.audit.verify.values import Discrepancy
from oit.catalog import Language
from oit.contract.index import Index
from oit.contract.policy import PolicyDocument
from oit.periods import parse_period
from oit.web_response import Response
from oit.wording.render.text import block

DAY = "2025-04-30"
INDEX = "api/v1/index.json"
POLICY = "api/v1/2568/policy.json"
EVENTS = "api/v1/2568/events.json"
LATE = {"id": "x", "day": "2025-01-02", "event": "fell-late", "item": "O1"}
Change = Callable[[Any], object]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents of a tiny site whose round is open."""
    site = copy_site("current", tmp_path_factory.mktemp("computed"))
    replace("oit_items/2568/round.yml", "closes: 2025-04-30", "closes: 2025-10-15")(site)
    outputs = published(site, as_of(DAY))
    return {path: outputs.files[path] for path in (INDEX, POLICY, EVENTS)}


def found(
    files: dict[str, bytes], changes: dict[str, Change], today: str = DAY
) -> list[Discrepancy]:
    """What is found where documents were changed."""
    changed = {path: json.loads(data) for path, data in files.items()}
    for path, change in changes.items():
        change(changed[path])
    documents = {
        path: Response(status=200, media_type="application/json", data=json.dumps(value).encode())
        for path, value in changed.items()
    }
    index = Index.model_validate(changed[INDEX])
    return list(check_computed(index, documents, date.fromisoformat(today)))


def item(index: Any, number: int = 0) -> Any:
    return index["rounds"][0]["items"][number]


def cell(index: Any) -> Any:
    """The first month of the first item that is owed by month."""
    return item(index)["requirements"][0]["cells"][0]


def event(events: Any, name: str) -> Any:
    return next(each for each in events["events"] if each["event"] == name)


def rules(policy: Any) -> Any:
    return policy["rules"]


def without(entries: list[Any], name: str) -> None:
    """Take the first event of a name out."""
    entries.remove(next(each for each in entries if each["event"] == name))


def test_a_clean_site_passes(files: dict[str, bytes]) -> None:
    """All that it says follows from its rules and events."""
    assert found(files, {}) == []


@pytest.mark.parametrize(
    ("path", "change", "check"),
    [
        (INDEX, lambda index: cell(index).update(state="missing"), "cell-state"),
        (INDEX, lambda index: cell(index).update(days_late=3), "cell-state"),
        (INDEX, lambda index: cell(index).update(due_on="2025-12-31"), "cell-differs"),
        (INDEX, lambda index: cell(index).update(owed=False), "cell-differs"),
        (INDEX, lambda index: item(index)["requirements"][0]["cells"].pop(), "entry-missing"),
        (INDEX, lambda index: item(index).update(status="stale"), "item-differs"),
        (INDEX, lambda index: item(index).update(due_on="2026-01-01"), "item-differs"),
        (INDEX, lambda index: item(index).update(updated="2025-04-29"), "item-differs"),
        (INDEX, lambda index: item(index).update(sample=False), "item-differs"),
        (INDEX, lambda index: item(index).update(score="0.00"), "score"),
        (INDEX, lambda index: item(index).update(owed_count=0), "count"),
        (INDEX, lambda index: item(index)["parts"][0].update(status="due"), "part-differs"),
        (INDEX, lambda index: index["rounds"][0]["items"].pop(), "entry-missing"),
        (INDEX, lambda index: index["rounds"][0]["score"].update(total="99.00"), "round-score"),
        (INDEX, lambda index: index["rounds"][0]["score"].update(scored_count=1), "round-score"),
        (INDEX, lambda index: index["rounds"][0].update(opens="2024-10-02"), "rule-differs"),
        (POLICY, lambda policy: rules(policy).update(days_after_period=30), "rule-differs"),
        (POLICY, lambda policy: rules(policy)["holidays"].clear(), "rule-differs"),
        (POLICY, lambda policy: rules(policy)["periods"].pop(), "entry-missing"),
        (POLICY, lambda policy: rules(policy)["items"].pop(), "entry-unexpected"),
        (
            POLICY,
            lambda policy: rules(policy)["items"][0]["requirements"][0]["owed"].pop(),
            "entry-unexpected",
        ),
        (
            POLICY,
            lambda policy: rules(policy)["warning_days"].update(monthly=365, other=365),
            "part-differs",
        ),
        (EVENTS, lambda events: without(events["events"], "published"), "entry-missing"),
        (EVENTS, lambda events: without(events["events"], "updated"), "part-differs"),
        (EVENTS, lambda events: event(events, "published").update(sample=None), "event-differs"),
        (EVENTS, lambda events: event(events, "published").update(kind="none"), "entry-unexpected"),
        (EVENTS, lambda events: event(events, "published").update(rule="blank"), "entry-missing"),
        (EVENTS, lambda events: events["units"].pop(), "entry-missing"),
        (EVENTS, lambda events: events["events"].append(LATE), "entry-unexpected"),
        (EVENTS, lambda events: events["events"][0].update(day="2024-10-02"), "event-differs"),
        (
            EVENTS,
            lambda events: event(events, "published").update(counts_from="2024-11-09"),
            "event-differs",
        ),
        (
            INDEX,
            lambda index: item(index)["parts"].append(item(index)["parts"][0]),
            "entry-missing",
        ),
        (POLICY, lambda policy: rules(policy).update(adopted="9999-12-31"), "schema-differs"),
        (
            POLICY,
            lambda policy: rules(policy)["scoring"]["weights"].update(OIT="1E+40"),
            "schema-differs",
        ),
        (EVENTS, lambda events: events["units"][-1].update(frequency="monthly"), "part-differs"),
        (POLICY, lambda policy: policy["rules"]["items"][0].update(owners=[]), "schema-differs"),
        (EVENTS, lambda events: event(events, "published").update(period="x"), "schema-differs"),
        (EVENTS, lambda events: events.update(version="v9"), "schema-differs"),
    ],
)
def test_what_does_not_follow_is_found(
    files: dict[str, bytes], path: str, change: Change, check: str
) -> None:
    """Whichever of the three documents was changed."""
    told = found(files, {path: change})
    assert check in {each.check for each in told}, [each.check for each in told]


def moved(policy: Any) -> None:
    """A deadline of a month, wherever the rules name it."""
    for period in rules(policy)["periods"]:
        if period["period"] == "2025-03":
            period["deadline"] = "2025-06-30"
    for owed in all_owed(policy):
        if owed["period"] == "2025-03":
            owed["due_on"] = "2025-06-30"


def all_owed(policy: Any) -> Iterable[Any]:
    for each in rules(policy)["items"]:
        for requirement in each["requirements"]:
            yield from requirement["owed"]


def test_a_moved_deadline_is_one_message_with_all_that_follows(files: dict[str, bytes]) -> None:
    """The cause is told, its effects are counted, and some of their places are named."""
    (told,) = found(files, {POLICY: moved})
    assert (told.check, told.path, told.params["what"]) == ("rule-differs", POLICY, "2025-03")
    assert (told.params["found"], told.params["expected"]) == ("2025-06-30", "2025-04-17")
    assert {effect.check for effect in told.effects} == {"rule-differs"}
    text = block(diagnostic_of(told), Language.TH)
    assert f"และอีก {len(told.effects)} จุดที่ตามมา เช่น 2568/O1/monthly-summary/2025-03" in text
    assert "30 มิถุนายน 2568" in text
    assert "2025-06-30" in block(diagnostic_of(told), Language.EN)


def test_days_that_were_changed_are_one_message(files: dict[str, bytes]) -> None:
    """Every period, every cell and every status that follows from them is with the first."""
    told = found(files, {POLICY: lambda policy: rules(policy).update(days_after_period=30)})
    assert [each.check for each in told] == ["rule-differs"]
    assert {"rule-differs", "cell-differs"} <= {effect.check for effect in told[0].effects}


def consistently(policy: Any) -> None:
    """Days after a period, and every deadline by them."""
    rules(policy)["days_after_period"] = 16
    calendar = judged_by(PolicyDocument.model_validate(policy)).policy.calendar
    deadlines = {
        period["period"]: calendar.deadline(parse_period(period["period"])).isoformat()
        for period in rules(policy)["periods"]
    }
    for period in rules(policy)["periods"]:
        period["deadline"] = deadlines[period["period"]]
    for owed in all_owed(policy):
        owed["due_on"] = deadlines.get(owed["period"], owed["due_on"])


def test_rules_that_agree_with_themselves_have_to_agree_with_the_index(
    files: dict[str, bytes],
) -> None:
    """Somebody who moves every deadline of the rules is found by the deadlines of the index."""
    told = found(files, {POLICY: consistently})
    assert {each.path for each in told} & {INDEX}
    assert len(told) < 10


def test_a_false_state_explains_the_counts_and_scores_above_it(files: dict[str, bytes]) -> None:
    """Of what contradicts, the innermost is told."""

    def change(index: Any) -> None:
        cell(index).update(state="missing")
        item(index).update(filled_count=0, status="incomplete", score="0.00")

    (told,) = found(files, {INDEX: change})
    assert told.check == "cell-state"
    assert {effect.check for effect in told.effects} == {"count", "item-differs", "score"}


def test_faults_of_different_places_are_told_apart(files: dict[str, bytes]) -> None:
    """Nothing of one item follows from another."""

    def change(index: Any) -> None:
        cell(index).update(days_late=3)
        item(index, 1).update(score="0.00")

    assert [each.check for each in found(files, {INDEX: change})] == ["cell-state", "score"]


def test_what_has_become_late_since_is_told_on_today(files: dict[str, bytes]) -> None:
    """The documents stand as they were; what was owed by then is not there."""
    late = found(files, {}, today="2025-07-20")
    assert {each.check for each in late} == {"past-deadline"}
    assert all(int(each.params["days"]) > 0 for each in late)
    assert found(files, {}, today="2025-05-01") == []


def without_rules(index: Any) -> None:
    for round_ in index["rounds"]:
        del round_["policy"], round_["events"]


def test_without_rules_and_events_the_index_is_compared_with_itself(
    files: dict[str, bytes],
) -> None:
    """Nothing can be computed; what contradicts itself is still found (`test_age` tells of age)."""
    assert found(files, {INDEX: without_rules}) == []

    def contradicting(index: Any) -> None:
        without_rules(index)
        cell(index).update(state="missing", evidence=[])

    assert "status-overstated" in {each.check for each in found(files, {INDEX: contradicting})}
