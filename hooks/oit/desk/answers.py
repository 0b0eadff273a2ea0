"""What somebody types as an answer: a cell by some of its names, or yes or no with a reason."""

from collections.abc import Iterable, Iterator

from oit.assessment.result import Assessment
from oit.intake.shapes import Question, Target
from oit.model.named import read_division
from oit.model.office import Division
from oit.model.written_dates import read_period
from oit.model.written_words import normalised, read_item, read_truth

_BETWEEN = "/"


def target_name(target: Target) -> str:
    """A cell as it is typed: `O15/monthly-summary/2025-03/finance`, what it has of these."""
    period = str(target.period) if target.period else None
    parts = (target.item, target.requirement, period, target.division)
    return _BETWEEN.join(filter(None, parts))


def meant_target(typed: str, question: Question | None, assessment: Assessment) -> Target | None:
    """The cell that is typed by some of its names, `O15/2025-03`; `None` where it is not one.

    Those that the question offers come first, then any cell of the newest round.
    """
    named = {_plain(part, assessment.site.divisions) for part in typed.split(_BETWEEN)}
    offered = question.targets if question else ()
    for targets in (offered, dict.fromkeys(_cells(assessment))):
        meant = [target for target in targets if named <= _names(target)]
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


def meant_truth(typed: str) -> tuple[bool, str] | None:
    """Yes or no, and the reason that follows it; `None` for anything else."""
    word, _, reason = typed.strip().partition(" ")
    truth = read_truth(word)
    return (truth == "true", reason.strip()) if truth else None


def _plain(part: str, divisions: Iterable[Division]) -> str:
    """A name as it is compared: an item, period or division by its id, however it is written."""
    if item := read_item(part):
        return normalised(item)
    if period := read_period(part):
        return normalised(str(period))
    division = read_division(part, divisions)
    return normalised(division.id if division else part)


def _names(target: Target) -> frozenset[str]:
    return frozenset(map(normalised, target_name(target).split(_BETWEEN)))


def _cells(assessment: Assessment) -> Iterator[Target]:
    if newest := assessment.newest_opened:
        for item in newest.items:
            for cell in item.cells:
                owed = (cell.requirement.id, cell.period, cell.division)
                yield Target(newest.fiscal_year, item.id, *owed)
