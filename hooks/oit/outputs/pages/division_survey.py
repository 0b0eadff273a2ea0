"""How visitors and staff score a division, from the results of an earlier year (ITA)."""

from collections.abc import Iterator, Mapping

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import ita_path
from oit.outputs.pages.blocks import Figure, Link
from oit.outputs.pages.page_writer import PageWriter
from oit.reporting.previous_results import ItaResults, ita_results_of, number


def survey_of(division: str, round_: RoundAssessment, writer: PageWriter) -> Figure | None:
    """The score that visitors give a division, beside that of the office and that of its staff.

    `None` where no table tells, or no visitor answered.
    """
    results = ita_results_of(round_)
    row = _row_of(division, results) if results else None
    if results is None or row is None or not number(row["eit_respondents"]):
        return None
    year = writer.year(results.fiscal_year)
    return Figure(
        value=row["eit_score"],
        unit="",
        caption=writer.say("division.visitors", year=f"{year}", count=_count(row, "eit")),
        sentence=" ".join(_sentences(row, results, writer)),
        link=_link(round_, results, writer),
        is_sample=results.is_sample,
    )


def _row_of(division: str, results: ItaResults) -> Mapping[str, str] | None:
    rows = results.rows("ita-divisions")
    return next((row for row in rows if row["division"] == division), None)


def _link(round_: RoundAssessment, results: ItaResults, writer: PageWriter) -> Link:
    path = ita_path(round_.fiscal_year, results.fiscal_year)
    return Link(text=writer.say("division.all-scores"), href=writer.href(path))


def _sentences(row: Mapping[str, str], results: ItaResults, writer: PageWriter) -> Iterator[str]:
    if office := results.tools.get("EIT"):
        above = number(row["eit_score"]) - office
        order = "higher" if above > 0 else "lower" if above else "equal"
        yield writer.say(f"division.visitors-{order}", score=f"{office}")
    if count := _count(row, "iit"):
        yield writer.say("division.staff", count=count, score=row["iit_score"])


def _count(row: Mapping[str, str], tool: str) -> int:
    return int(number(row[f"{tool}_respondents"]))
