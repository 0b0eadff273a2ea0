"""The score of a round as its page shows it: the office's own calculation, and how it is made."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import RoundAssessment
from oit.assessment.scoring import Outcome
from oit.model.round import PolicyNote
from oit.outputs.pages.blocks import Fact, Figure, Link
from oit.outputs.pages.checklist import indicator_name
from oit.outputs.pages.ita_page import results_path
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import score_text
from oit.reporting.previous_results import ita_results_of


class Score(Struct, frozen=True, kw_only=True):
    """What a round would score on the day, which is no result of the assessor."""

    label: str
    is_sample: bool
    counted: str
    """How many items are scored, and that totals wait for all of them."""
    facts: tuple[Fact, ...]
    filing: str
    """The score on the last day for answers; empty where there is none, or before it."""
    indicators: tuple[tuple[str, str, str], ...]
    """Number, number and name, and mean of each."""
    notes: tuple[str, ...]
    results: Link | None
    """The results of an earlier year in detail."""


def score_of(round_: RoundAssessment, writer: PageWriter) -> Score:
    """The score of a round on the assessed date."""
    outcome = round_.outcome
    scored, count = outcome.scored_count, outcome.item_count
    whole = "round.scored" if scored == count else "round.scored-in-part"
    return Score(
        label=writer.say("pages.score"),
        is_sample=any(item.has_sample for item in round_.items),
        counted=writer.say(whole, scored=scored, count=count),
        facts=_facts(outcome, round_, writer),
        filing=_filing(round_, writer),
        indicators=tuple(
            (
                indicator.id,
                f"{indicator.id} {indicator_name(indicator, writer)}",
                _score(outcome.indicators.get(indicator.id), writer),
            )
            for indicator in round_.mandate.indicators
        ),
        notes=(
            writer.say("round.formula", formula=_formula(round_)),
            *(note_words(note, writer) for note in _notes(round_, "indicator", "scoring")),
        ),
        results=results_link(round_, writer),
    )


def note_words(note: PolicyNote, writer: PageWriter) -> str:
    """What the makers of the website decided, in the page's language."""
    return note.note_en if writer.is_english else note.note_th


def results_link(round_: RoundAssessment, writer: PageWriter) -> Link | None:
    """The page of an earlier year's results; `None` where the round has none."""
    path, previous = results_path(round_), round_.policy.previous_results
    if not path or not previous:
        return None
    words = writer.say("round.results", year=writer.year(previous.fiscal_year))
    return Link(text=words, href=writer.href(path))


def results_figure(round_: RoundAssessment, writer: PageWriter) -> Figure | None:
    """The total score of an earlier year, with its page; `None` where the round has none."""
    results, link = ita_results_of(round_), results_link(round_, writer)
    if results is None or results.total is None or link is None:
        return None
    level = results.level
    named = (level.name_en if writer.is_english else level.name_th) if level else ""
    is_real = writer.publication.policy.is_demonstration and not results.is_sample
    return Figure(
        name=link.text,
        value=f"{results.total}",
        unit=writer.say("home.score"),
        caption=writer.say("ita.level", level=named) if named else writer.say("ita.full"),
        link=replace(link, note=writer.say("home.real-score") if is_real else ""),
        is_sample=results.is_sample,
    )


def _facts(outcome: Outcome, round_: RoundAssessment, writer: PageWriter) -> tuple[Fact, ...]:
    previous = round_.policy.previous_results
    year = (
        writer.say("pages.previous-year", year=writer.year(previous.fiscal_year))
        if previous
        else ""
    )
    level = outcome.level
    unknown = writer.say("pages.unknown")
    named = (level.name_en if writer.is_english else level.name_th) if level else unknown
    told = {
        "oit": ("OIT", _score(outcome.tools.get("OIT"), writer)),
        "iit": (f"IIT {year}".strip(), _score(outcome.tools.get("IIT"), writer)),
        "eit": (f"EIT {year}".strip(), _score(outcome.tools.get("EIT"), writer)),
        "total": (writer.say("round.total"), _score(outcome.total, writer)),
        "level": (writer.say("round.level"), named),
    }
    return tuple(
        Fact(name=name, values=(words,), field=f"{round_.fiscal_year}/score/{field}")
        for field, (name, words) in told.items()
    )


def _filing(round_: RoundAssessment, writer: PageWriter) -> str:
    outcome, day = round_.filing_outcome, round_.policy.filing
    if not outcome or not day:
        return ""
    oit, total = _score(outcome.tools.get("OIT"), writer), _score(outcome.total, writer)
    return writer.say("round.filing", day=day, oit=oit, total=total)


def _formula(round_: RoundAssessment) -> str:
    weights = round_.mandate.scoring.weights
    return " + ".join(f"{weight} × {tool}" for tool, weight in weights.items())


def _notes(round_: RoundAssessment, *fields: str) -> tuple[PolicyNote, ...]:
    return tuple(note for note in round_.mandate.policy if note.field in fields)


def _score(value: Decimal | None, writer: PageWriter) -> str:
    return score_text(value) or writer.say("pages.unknown")
