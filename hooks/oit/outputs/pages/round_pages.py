"""The pages of a round besides its checklist and deadlines: the answer pack."""

from dataclasses import replace

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import answers_csv_path, answers_path
from oit.outputs.answers import answers_of, click_path, filed_answers_of, sample_notice
from oit.outputs.page import Page, round_crumb, wide_page
from oit.outputs.publication import Publication


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
