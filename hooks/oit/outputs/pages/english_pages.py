"""Home and the items in English, for readers who have no Thai.

What the office wrote itself stays Thai, and is marked as such; its text is on the Thai page.
"""

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_json_path, item_path
from oit.outputs.page import Page, root_of
from oit.outputs.pages.frame import ENGLISH
from oit.outputs.pages.home_page import groups_of, offers_of
from oit.outputs.publication import Publication


def english_home_page(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Page:
    """What people come for, and all items with their standing."""
    office = publication.policy.office
    context = {
        "root": root_of(ENGLISH),
        "offers": list(offers_of(round_, publication)),
        "groups": groups_of(round_),
    }
    return Page(
        path=ENGLISH,
        title=office.name_en,
        description=f"Public disclosure of the {office.name_en}",
        html=environment.get_template("english_home.html").render(round=round_, page=context),
        as_of=round_.as_of,
        is_wide=True,
    )


def english_item_page(
    one: ItemAssessment, round_: RoundAssessment, environment: Environment
) -> Page:
    """What an item must disclose, what is there, and how current it is."""
    thai = item_path(round_.fiscal_year, one.mandated)
    path = ENGLISH + thai
    context = {
        "root": root_of(path),
        "thai": thai,
        "item_path": thai,
        "json_path": item_json_path(round_.fiscal_year, one.id),
        "facts": one.bundle.facts if one.bundle else {},
    }
    return Page(
        path=path,
        title=f"{one.id} {one.mandated.title_en}",
        description=one.mandated.about_en,
        html=environment.get_template("english_item.html").render(
            one=one, round=round_, page=context
        ),
        as_of=round_.as_of,
        keywords=one.mandated.keywords_en,
        is_wide=True,
    )
