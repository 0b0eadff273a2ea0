"""The pages of a round: its checklist and its answer pack; and how lists filter."""

from dataclasses import replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from oit.assessment.result import RoundAssessment, RoundState
from oit.assessment.statuses import Status
from oit.catalog import Language, say
from oit.contract.addresses import answers_csv_path, answers_path, round_path
from oit.outputs.answers import answers_of, click_path, filed_answers_of, sample_notice
from oit.outputs.page import Page, round_crumb, wide_page
from oit.outputs.pages.home_page import groups_of
from oit.outputs.pages.ita_page import results_path
from oit.outputs.publication import Publication
from oit.outputs.round_charts import trend_chart
from oit.periods import Frequency
from oit.reporting.trend import trend_of
from oit.wording.terms import FREQUENCY_TH, STATUS_TH

FILTERS = "assets/filters.css"
"""The address of the style sheet that `filter_style` makes."""


def round_page(round_: RoundAssessment, environment: Environment) -> Page:
    """The checklist of all items, the trend, the score, and the rules of the round."""
    previous = round_.policy.previous_results
    steps = trend_of(round_)
    context: dict[str, Any] = {
        "groups": groups_of(round_),
        "ita_path": results_path(round_),
        "previous_year": say("pages.previous-year", Language.TH, year=previous.fiscal_year)
        if previous
        else "",
        "trend": steps,
        "chart": Markup(trend_chart(round_, steps)) if steps else "",  # noqa: S704 -- drawn here
        **_filter_choices(round_),
        "policy_notes": [*round_.policy.policy, *round_.mandate.policy],
    }
    return wide_page(
        "round.html",
        round_,
        environment,
        context,
        path=round_path(round_.fiscal_year),
        title=say("pages.round", Language.TH, year=round_.fiscal_year),
        description=say("pages.round.about", Language.TH, count=len(round_.items)),
    )


def answer_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """The answer pack, which prints on A4: each item's answer, addresses and click path."""
    answers = answers_of(round_)
    filed = filed_answers_of(round_) or (None,) * len(answers)
    context = {
        "answers": list(zip(answers, filed, strict=True)),
        "steps": {item.id: click_path(item.mandated, round_, publication) for item in round_.items},
        "site_url": publication.site_url,
        "csv_path": answers_csv_path(round_.fiscal_year),
        "official_home": publication.policy.official_home,
        "sample_notice": sample_notice(answers, publication.policy.office.name_th),
    }
    page = wide_page(
        "answers.html",
        round_,
        environment,
        context,
        path=answers_path(round_.fiscal_year),
        title=say("pages.answers", Language.TH, year=round_.fiscal_year),
        description=say("pages.answers.about", Language.TH),
        above=(round_crumb(round_.fiscal_year),),
    )
    # Left out of the search: it repeats what the pages of the items say.
    return replace(page, weight=0)


def filter_style(publication: Publication) -> bytes:
    """The style sheet that filters lists, with or without script.

    A choice in the form hides, by `:has()`, every row whose `data-` attribute says otherwise.
    There is a rule for each division, status and frequency.
    """
    divisions = (division.id for division in publication.divisions)
    choices = {"owners": divisions, "status": iter(Status), "frequency": iter(Frequency)}
    rules = (_filter_rule(name, value) for name, values in choices.items() for value in values)
    return "".join(rules).encode()


def _filter_rule(name: str, value: str) -> str:
    chosen = f'.oit-filterable:has(select[name="{name}"] option[value="{value}"]:checked)'
    return f'{chosen} [data-{name}]:not([data-{name}~="{value}"]) {{ display: none; }}\n'


def _filter_choices(round_: RoundAssessment) -> dict[str, Any]:
    """The statuses and frequencies that the items have, each with its Thai name."""
    statuses = {item.status for item in round_.items}
    if round_.state is RoundState.OPEN:
        # In the browser marks of an open round become stale as days pass.
        statuses.add(Status.STALE)
    frequencies = {item.frequency for item in round_.items}
    return {
        "statuses": [(status, STATUS_TH[status]) for status in Status if status in statuses],
        "frequencies": [
            (frequency, FREQUENCY_TH[frequency])
            for frequency in Frequency
            if frequency in frequencies
        ],
    }
