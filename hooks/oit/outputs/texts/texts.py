"""The engine's texts: which there are, and how their templates in `oit/texts/` become Markdown.

The site generator renders them as it does pages of `docs/`, and checks their links.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from oit.catalog import Language, say
from oit.escaping import for_forge, one_line
from oit.model.office import Division
from oit.outputs.machine_tables import first_columns, table_path
from oit.outputs.pages.frame import language_of
from oit.outputs.pages.ita_page import results_path
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
    "guide/form/": "guide/form.md",
    "guide/reviewers/": "guide/reviewers.md",
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


@dataclass(frozen=True, slots=True)
class Text:
    """A page as Markdown, by its address and the path of its source."""

    address: str
    source: str
    markdown: str


def texts(publication: Publication) -> tuple[Text, ...]:
    """All texts; none before there is a round, without which no site is published."""
    if publication.shown_round is None:
        return ()
    environment = _text_environment(publication)
    return tuple(
        Text(address, source, environment.get_template(source).render())
        for address, source in TEXTS.items()
    )


def listed_texts() -> tuple[tuple[str, str], ...]:
    """The texts of the navigation: the name, in the language of the text, and the address."""
    return tuple((say(name, language_of(address)), address) for address, name in LISTED.items())


def _text_environment(publication: Publication) -> Environment:
    """The environment of the texts, for Markdown: what values hold is shown as it is written."""
    environment = strict_environment().overlay(
        loader=PackageLoader("oit", "texts"),
        finalize=_shown,
    )
    # Not in place: the overlay shares these with the environment below it.
    environment.filters = environment.filters | _filters(publication)
    environment.globals = environment.globals | _values(publication)
    return environment


def _filters(publication: Publication) -> dict[str, Callable[..., str]]:
    """How values become words: in Thai, and in English for the texts below `en/`."""
    thai, english = (PageWriter(publication, language, "") for language in Language)
    return {
        "href": _href,
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
    """What the templates name."""
    policy, round_ = publication.policy, publication.shown_round
    return {
        "round": round_,
        "examples": examples_of(round_) if round_ else None,
        "purchases": table_path(round_, _PURCHASES) if round_ else None,
        "table_columns": tuple(first_columns(Language.TH)),
        "table_columns_en": tuple(first_columns(Language.EN)),
        "ita_path": results_path(round_) if round_ else None,
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


def _shown(value: object) -> Markup:
    """A value as text in Markdown; what a filter has made ready stays as it is."""
    # Numeric entities, of which neither Markdown nor HTML makes anything but the sign.
    return value if isinstance(value, Markup) else Markup(for_forge(one_line(str(value))))  # noqa: S704


def _href(address: str) -> Markup:
    """A web address, for the place of an address in a link."""
    return Markup(quote(address, safe=_ADDRESS_SIGNS))  # noqa: S704 -- no sign of HTML is left


def _verbatim(text: object) -> Markup:
    """Text within a block of code, where nothing but its end means anything."""
    return Markup(one_line(str(text)).replace("`", "'"))  # noqa: S704 -- Markdown escapes code
