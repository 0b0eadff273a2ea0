"""The items in English.

What the office wrote itself is not translated: titles of evidence stay Thai and are marked as
such (`lang="th"`), and the text of a record is on the Thai page alone.
"""

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_json_path, item_path
from oit.outputs.page import ENGLISH, Page, root_of


def english_item_page(
    item: ItemAssessment, round_: RoundAssessment, environment: Environment
) -> Page:
    """What an item must disclose, its evidence, and how current it is."""
    thai_path = item_path(round_.fiscal_year, item.mandated)
    path = ENGLISH + thai_path
    context = {
        "root": root_of(path),
        "item_path": thai_path,
        "json_path": item_json_path(round_.fiscal_year, item.id),
        "facts": item.bundle.facts if item.bundle else {},
    }
    template = environment.get_template("english_item.html")
    return Page(
        path=path,
        title=f"{item.id} {item.mandated.title_en}",
        description=item.mandated.about_en,
        html=template.render(item=item, round=round_, page=context),
        as_of=round_.as_of,
        keywords=item.mandated.keywords_en,
        is_wide=True,
    )
