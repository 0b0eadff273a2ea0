"""What is weak in the results of the year before is found by the level above."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from helpers.support import SAMPLE, judged
from oit.reporting.previous_results import ItaResults, ita_results_of
from oit.reporting.weak_scores import divisions, indicators, standing_of, weakest

ROUND = judged(SAMPLE).rounds[0]
SCORING = ROUND.mandate.scoring


@pytest.fixture(scope="module")
def results() -> ItaResults:
    """Those of the sample round: 97.38, the second level."""
    found = ita_results_of(ROUND)
    assert found is not None
    return found


def test_a_tool_below_the_level_above_is_the_gap(results: ItaResults) -> None:
    """The total is enough for it."""
    standing = standing_of(results, SCORING)
    assert standing.above == SCORING.levels[0]
    assert standing.line == 95
    assert [(gap.tool, gap.missing) for gap in standing.gaps] == [("EIT", Decimal("2.62"))]
    assert standing.missing_total is None


def test_at_the_highest_level_nothing_is_missing(results: ItaResults) -> None:
    """Its line stays, so that what is below it is still seen."""
    tools = dict.fromkeys(results.tools, Decimal(96))
    best = replace(results, tools=tools, total=Decimal(96), level=SCORING.levels[0])
    standing = standing_of(best, SCORING)
    assert (standing.above, standing.line, standing.gaps) == (None, Decimal(95), ())


def test_where_the_total_lacks_too_that_is_told(results: ItaResults) -> None:
    """From the lowest level the one above it is asked for, which names no score of each tool."""
    low = Decimal(20)
    tools = dict.fromkeys(results.tools, low)
    lowest = replace(results, tools=tools, total=low, level=SCORING.levels[-1])
    standing = standing_of(lowest, SCORING)
    assert standing.above == SCORING.levels[-2]
    assert standing.missing_total == SCORING.levels[-2].at_least - low


def test_without_a_total_nothing_is_said(results: ItaResults) -> None:
    """Nobody knows then what is above."""
    standing = standing_of(replace(results, total=None, level=None), SCORING)
    assert (standing.line, standing.gaps) == (None, ())
    assert weakest(results, standing.line) == ()


def test_the_lowest_are_named_with_what_makes_them_low(results: ItaResults) -> None:
    """The lowest of its kind says among how many, a service its lowest question."""
    education, purchases, registration, *lowest = weakest(results, Decimal(95))
    assert (education.name, education.respondents, education.rank_of) == ("ฝ่ายการศึกษา", 55, 11)
    assert (purchases.rank_of, purchases.question_score) == (6, Decimal("70.51"))
    assert purchases.question.startswith("E6 ")
    assert registration.rank_of == 0
    assert [score.name[0] for score in lowest] == ["7", "8"]


def test_scores_stand_from_the_lowest_up(results: ItaResults) -> None:
    """Parts of an indicator, such as 9.1, are left out."""
    assert divisions(results, "IIT")[0].score == Decimal("94.44")
    assert len(indicators(results)) == 10
