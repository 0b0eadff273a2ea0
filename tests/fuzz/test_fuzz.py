"""A short run of the fuzzing; `python3 scripts/run.py fuzz` is the long one."""

from pathlib import Path

import pytest

from fuzz import oracle, worker
from fuzz.cases import KINDS, Case, case_of
from fuzz.oracle import judge_case, may_improve
from fuzz.runner import faults
from fuzz.sites import DAYS, base_assessment, bases
from oit.assessment.gate import Gate
from oit.assessment.rules import records, timing

CASES = {"record": 150, "evidence": 30, "policy": 60}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_person_can_write_ends_in_a_traceback_or_a_better_verdict(
    kind: str,
) -> None:
    """The first cases of each kind; a fault names the case, which the runner shows again."""
    assert list(faults(kind, 0, CASES[kind])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_follows_from_its_number(kind: str) -> None:
    """What was found once can be shown again."""
    first, again, other = (case_of(kind, number) for number in (7, 7, 8))
    assert (first.base, first.today, first.changes) == (again.base, again.today, again.changes)
    assert first.changes != other.changes


def test_a_process_that_dies_is_a_fault_and_the_next_case_is_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A crash of the interpreter is told with its case, and hides no other."""
    monkeypatch.setattr("fuzz.runner._PROGRAM", ("-c", "import os; os._exit(3)"))
    assert [fault.number for fault in faults("record", 4, 7)] == [4, 5, 6]


def test_a_case_that_takes_too_long_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A hang ends, and is told as one."""

    def hang(*_: object, **__: object) -> tuple[str, ...]:
        while True:
            pass

    monkeypatch.setattr(worker, "SECONDS", 0.2)
    monkeypatch.setattr(worker, "judge_case", hang)
    (told,) = worker.faults_of("record", 1, tmp_path)
    assert "HangError" in told


def seen(base: str, tmp_path: Path, name: str, old: bytes, new: bytes) -> tuple[str, ...]:
    """What the oracle says of one change of a site, on the last of the open days."""
    found = next(entry for entry in bases() if entry.name == base)
    document = next(entry for entry in found.documents if entry.endswith(name))
    changed = found.files[document].replace(old, new)
    assert changed != found.files[document]
    case = Case("record", found, DAYS[1], {document: changed})
    assert not may_improve(case)
    case.applied(found.written(tmp_path / "case"))
    return judge_case(case, tmp_path / "case", tmp_path / "base", is_shown=False)


def test_the_oracle_sees_a_status_that_improves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Were a record no longer judged for staleness because of a blank, it would be told."""
    base = next(entry for entry in bases() if entry.name.endswith("O15/ stale"))
    change = (base.name, tmp_path, "record.md", b"owner: finance", b"owner: finance ")
    assert seen(*change) == ()
    before = base_assessment(base, DAYS[1], tmp_path)
    monkeypatch.setattr(oracle, "base_assessment", lambda *_: before)
    monkeypatch.setattr(timing, "check_stale", lambda *_: ())
    assert any("O15 was stale and is" in text for text in seen(*change))


def test_the_oracle_sees_a_gate_that_lets_pass_what_it_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Were raw HTML no longer looked for, it would be told of both gates."""
    base = next(entry for entry in bases() if entry.name.endswith("O15/ unsafe"))
    before = base_assessment(base, DAYS[1], tmp_path)
    monkeypatch.setattr(oracle, "base_assessment", lambda *_: before)
    monkeypatch.setattr(records, "check_text", lambda *_: ())
    found = seen(base.name, tmp_path, "record.md", b"owner: finance", b"owner: finance ")
    assert sum("the gate" in text for text in found) == len((Gate.ENFORCE, Gate.REPORT))
