"""The home page in English."""

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.outputs.page import ENGLISH, Page, wide_page
from oit.outputs.pages.home_page import groups_of, tasks_of
from oit.outputs.publication import Publication


def english_home_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """What visitors come for, and all items with their status."""
    office = publication.policy.office
    context = {"tasks": list(tasks_of(round_, publication)), "groups": groups_of(round_)}
    return wide_page(
        "english_home.html",
        round_,
        environment,
        context,
        path=ENGLISH,
        title=office.name_en,
        description=say("pages.home.about", Language.EN, office=office.name_en),
    )
