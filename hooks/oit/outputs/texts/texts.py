"""The engine's texts: which there are, and how their templates in `oit/texts/` become Markdown.

The site generator renders them as it does pages of `docs/`, and checks their links.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.escaping import for_forge, one_line
from oit.file_groups import recall_files
from oit.memory import content_of
from oit.model.office import Division
from oit.outputs.machine_tables import first_columns, table_path
from oit.outputs.pages.frame import language_of
from oit.outputs.pages.ita_page import results_path
from oit.outputs.pages.line_breaks import COMMAND
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment
from oit.outputs.texts.examples import examples_of
from oit.outputs.texts.settings import settings
from oit.periods import BUDDHIST_OFFSET
from oit.web_address import host_of

TEXTS: Mapping[str, str] = {
    "data/": "data.md",
    "assessment/": "assessment.md",
    "guide/": "guide/index.md",
    "guide/division/": "guide/division.md",
    "guide/officer/": "guide/officer.md",
    "guide/form/": "guide/form.md",
    "guide/reviewers/": "guide/reviewers.md",
    "guide/coordinator/": "guide/coordinator.md",
    "guide/problems/": "guide/problems.md",
    "guide/go-live/": "guide/go-live.md",
    "guide/hosting/": "guide/hosting.md",
    "guide/settings/": "guide/settings.md",
    "guide/catalogs/": "guide/catalogs.md",
    "guide/continuity/": "guide/continuity.md",
    "guide/withdraw/": "guide/withdraw.md",
    "about/": "about.md",
    "accessibility/": "accessibility.md",
    "en/data/": "en/data.md",
}
"""The address of each text, and its path below `oit/texts/`, which is its source for the site."""
LISTED: Mapping[str, str] = {
    "data/": "pages.data",
    "assessment/": "pages.assessment",
    "guide/": "pages.guide",
    "about/": "pages.about",
    "accessibility/": "pages.accessibility",
    "en/data/": "pages.data",
}
"""The texts of the navigation, each with the id of its name there, in order."""

_PURCHASES = "procurement-summary"
"""The schema of the table of which the queries on the page for machines make sums."""
# Signs that may stand in the address of a link of Markdown; the rest is percent-encoded.
_ADDRESS_SIGNS = "!#$%&'+,/:;=?@~"


class Text(Struct, frozen=True):
    """A page as Markdown, by its address and the path of its source."""

    address: str
    source: str
    markdown: str


def texts(publication: Publication) -> tuple[Text, ...]:
    """All texts; none before there is a round, without which no site is published."""
    if publication.shown_round is None:
        return ()
    of_round = _values_of_round(publication.shown_round)
    content = _made_from(publication, publication.shown_round, of_round)
    made = recall_files(
        publication.memory, "texts", content, lambda: _rendered(publication, of_round)
    )
    return tuple(Text(address, TEXTS[address], data.decode()) for address, data in made.items())


def _rendered(publication: Publication, of_round: Mapping[str, Any]) -> dict[str, bytes]:
    """The Markdown of each text by its address."""
    environment = _text_environment(publication, of_round)
    return {
        address: environment.get_template(source).render().encode()
        for address, source in TEXTS.items()
    }


def _made_from(
    publication: Publication, round_: RoundAssessment, of_round: Mapping[str, Any]
) -> bytes:
    """What the texts follow from: of a round its policy and day, and of its items the examples."""
    return content_of(
        publication.assessment.site.settings_from,
        publication.site_url,
        publication.generator,
        publication.is_in_preparation,
        round_.contents.folder,
        round_.contents.policy_from,
        round_.as_of,
        {name: repr(value) for name, value in of_round.items()},
    )


def listed_texts() -> tuple[tuple[str, str], ...]:
    """The texts of the navigation: the name, in the language of the text, and the address."""
    return tuple((say(name, language_of(address)), address) for address, name in LISTED.items())


def _text_environment(publication: Publication, of_round: Mapping[str, Any]) -> Environment:
    """The environment of the texts, for Markdown: what values hold is shown as it is written."""
    environment = strict_environment().overlay(
        loader=PackageLoader("oit", "texts"),
        finalize=_shown,
    )
    # Not in place: the overlay shares these with the environment below it.
    environment.filters = environment.filters | _filters(publication)
    environment.globals = environment.globals | _values(publication) | dict(of_round)
    return environment


def _filters(publication: Publication) -> dict[str, Callable[..., str]]:
    """How values become words: in Thai, and in English for the texts below `en/`."""
    thai, english = (PageWriter(publication, language, "") for language in Language)
    return {
        "href": _href,
        "typed": _typed,
        "verbatim": _verbatim,
        "host": host_of,
        "day": thai.day,
        "period": thai.period,
        "division": thai.division,
        "division_en": english.division,
        "status": thai.status,
        "status_en": english.status,
    }


def _values(publication: Publication) -> dict[str, Any]:
    """What the templates name, and besides it `_values_of_round`."""
    policy = publication.policy
    return {
        "round": publication.shown_round,
        "table_columns": tuple(first_columns(Language.TH)),
        "table_columns_en": tuple(first_columns(Language.EN)),
        "policy": policy,
        "office": policy.office,
        "contact": publication.contact,
        "demonstration": policy.is_demonstration,
        "preparing": publication.is_in_preparation,
        "buddhist_offset": BUDDHIST_OFFSET,
        "upgrade_days": policy.upgrade_days,
        "generator": publication.generator,
        "settings": settings(),
        "division_settings": settings(Division, "divisions[]."),
        "titles": [(TEXTS[address], name) for name, address in listed_texts()],
    }


def _values_of_round(round_: RoundAssessment) -> dict[str, Any]:
    """What the templates name of the content of a round."""
    return {
        "examples": examples_of(round_),
        "purchases": table_path(round_, _PURCHASES),
        "ita_path": results_path(round_),
    }


def _shown(value: object) -> Markup:
    """A value as text in Markdown; what a filter has made ready stays as it is."""
    # Numeric entities, of which neither Markdown nor HTML makes anything but the sign.
    return value if isinstance(value, Markup) else Markup(for_forge(one_line(str(value))))  # noqa: S704


def _href(address: str) -> Markup:
    """A web address, for the place of an address in a link."""
    return Markup(quote(address, safe=_ADDRESS_SIGNS))  # noqa: S704 -- no sign of HTML is left


def _typed(text: str) -> Markup:
    """A sentence of the catalogue, its commands as what is typed."""
    code = Markup("`{}`")
    # Split at a group: what is at odd places is a command, with a space on either side.
    pieces = enumerate(COMMAND.split(text))
    return Markup(" ").join(
        code.format(_verbatim(piece)) if place % 2 else _shown(piece) for place, piece in pieces
    )


def _verbatim(text: object) -> Markup:
    """Text within a block of code, where nothing but its end means anything."""
    return Markup(one_line(str(text)).replace("`", "'"))  # noqa: S704 -- Markdown escapes code
