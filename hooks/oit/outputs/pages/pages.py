"""Every generated page of the site."""

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.result import RoundAssessment, RoundState, Status
from oit.contract.addresses import ita_path, round_path
from oit.outputs.charts import trend_chart
from oit.outputs.page import Page, position
from oit.outputs.pages.answer_page import answer_page
from oit.outputs.pages.division_pages import division_pages
from oit.outputs.pages.due_page import due_page
from oit.outputs.pages.english_pages import english_home_page, english_item_page
from oit.outputs.pages.home_page import groups_of, home_page
from oit.outputs.pages.ita_page import ita_page
from oit.outputs.pages.item_page import item_page
from oit.outputs.pages.measures_page import measures_page
from oit.outputs.pages.rules_page import rules_page
from oit.outputs.pages.templates import templates
from oit.outputs.publication import Publication
from oit.periods import Frequency
from oit.reporting.previous_results import ita_results_of
from oit.reporting.trend import trend_of
from oit.wording.terms import FREQUENCY_TH, STATUS_TH


def pages(publication: Publication) -> Iterator[Page]:
    """Home, rounds, items, owners, and what messages mean; some in English too."""
    environment = templates(publication)
    for round_ in publication.assessment.rounds:
        yield _round_page(round_, environment)
        yield due_page(round_, publication, environment)
        if round_.round.measures:
            yield measures_page(round_.round.measures, round_, publication.divisions, environment)
        yield answer_page(round_, publication, environment)
        if results := ita_results_of(round_):
            yield ita_page(results, round_, environment)
        for item in round_.items:
            yield item_page(item, round_, publication, environment)
            yield english_item_page(item, round_, environment)
    newest = publication.assessment.newest_opened or next(iter(publication.assessment.rounds), None)
    if newest:
        ita = _ita_path(newest)
        yield home_page(newest, publication, ita, environment)
        yield english_home_page(newest, publication, environment)
        yield rules_page(newest.as_of, environment)
        yield from division_pages(newest, publication, environment)


def _round_page(round_: RoundAssessment, environment: Environment) -> Page:
    path = round_path(round_.fiscal_year)
    previous = round_.round.policy.previous_results
    frequencies = {one.frequency for one in round_.items}
    context = {
        **position(path),
        "groups": groups_of(round_),
        "ita_path": _ita_path(round_),
        "previous_year": f" (ผลปี {previous.fiscal_year})" if previous else "",
        "trend": (steps := trend_of(round_)),
        "statuses": [(one, STATUS_TH[one]) for one in Status if one in _statuses(round_)],
        "frequencies": [(one, FREQUENCY_TH[one]) for one in Frequency if one in frequencies],
        "chart": Markup(trend_chart(round_, steps)) if steps else "",  # noqa: S704 -- drawn here
        "policy_notes": [*round_.round.policy.policy, *round_.round.mandate.policy],
    }
    return Page(
        path=path,
        title=f"รายการเปิดเผยข้อมูล (OIT) ปีงบประมาณ พ.ศ. {round_.fiscal_year}",
        description=f"แบบตรวจความครบถ้วนและเป็นปัจจุบันของข้อมูล {len(round_.items)} ข้อ",
        html=environment.get_template("round.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def _ita_path(round_: RoundAssessment) -> str | None:
    """The page of an earlier year's results, where there is one."""
    results = ita_results_of(round_)
    return ita_path(round_.fiscal_year, results.fiscal_year) if results else None


def _statuses(round_: RoundAssessment) -> set[Status]:
    """Those to choose from: of an open round, too, what its marks turn into as days pass."""
    later = {Status.STALE} if round_.state is RoundState.OPEN else set()
    return {one.status for one in round_.items} | later
