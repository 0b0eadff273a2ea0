"""What a site publishes of an assessment, given to the program of an auditor."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from helpers.file_groups import files_of_groups
from helpers.published_oracle import CellKey, PublishedOracle
from oit.assessment.result import Assessment, RoundAssessment
from oit.audit.verify.computed.check import check_computed
from oit.audit.verify.values import Discrepancy
from oit.contract.index import Index
from oit.outputs.api.entries import index_document
from oit.outputs.api.files import api_groups
from oit.outputs.publication import publication_of
from oit.web_response import Response

UNCHANGED: Mapping[str, Callable[[Any], object]] = {}


def auditors(assessment: Assessment) -> list[PublishedOracle]:
    """The program for each round, with the documents of that day and nothing else."""
    files = _documents(assessment)
    rounds = json.loads(files["api/v1/index.json"])["rounds"]
    return [PublishedOracle(round_, *_beside(round_["fiscal_year"], files)) for round_ in rounds]


def verified(
    assessment: Assessment, changes: Mapping[str, Callable[[Any], object]] = UNCHANGED
) -> list[Discrepancy]:
    """What `oit verify` finds in the same documents on their day, some changed before."""
    files = _documents(assessment)
    for path, change in changes.items():
        document = json.loads(files[path])
        change(document)
        files[path] = json.dumps(document).encode()
    documents = {
        path: Response(status=200, media_type="application/json", data=data)
        for path, data in files.items()
    }
    index = Index.model_validate_json(files["api/v1/index.json"])
    return list(check_computed(index, documents, assessment.today.day))


def _documents(assessment: Assessment) -> dict[str, bytes]:
    publication = publication_of(assessment, None)
    return files_of_groups(api_groups(lambda: index_document(publication), publication, ""))


def _beside(year: int, files: dict[str, bytes]) -> tuple[Any, Any]:
    policy, events = (
        json.loads(files[f"api/v1/{year}/{name}.json"]) for name in ("policy", "events")
    )
    return policy, events


def check_agreement(assessment: Assessment) -> None:
    """The program says of every round what the library says, on the day of the documents."""
    for program, round_ in zip(auditors(assessment), assessment.rounds, strict=True):
        day = program.as_of
        assert verdicts_by(program, day) == statuses_of(round_), day
        assert program.cells(day) == cells_of(round_), day
        outcome = round_.outcome
        tools = {tool.lower(): str(score) for tool, score in outcome.tools.items()}
        level = outcome.level.id if outcome.level else None
        total = None if outcome.total is None else str(outcome.total)
        told = {"oit": None, "iit": None, "eit": None, **tools, "total": total, "level": level}
        assert program.score() == told, day


def verdicts_by(program: PublishedOracle, day: date) -> dict[str, tuple[str, date | None]]:
    """Status and next deadline of every item by the program."""
    told = program.verdicts(day)
    return {item: (verdict.status, verdict.due_on) for item, verdict in told.items()}


def statuses_of(round_: RoundAssessment) -> dict[str, tuple[str, date | None]]:
    """The same by the library."""
    return {item.id: (item.status.value, item.due_on) for item in round_.items}


def cells_of(round_: RoundAssessment) -> dict[CellKey, tuple[object, ...]]:
    """State, days late, deadline of every cell, and whether it is owed, by the library."""
    return {
        (item.id, cell.requirement.id, str(cell.period) if cell.period else None, cell.division): (
            cell.state.value,
            cell.days_late,
            cell.due_on,
            cell.is_owed,
        )
        for item in round_.items
        for cell in item.cells
    }
