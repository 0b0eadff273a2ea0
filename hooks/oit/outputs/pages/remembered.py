"""Pages that were made before of the same content are taken as they were.

They are remembered by what they are made from: the items that they show, or the whole round, and
the settings of the site. What makes them gets a publication that holds nothing else, so no page can
show anything by whose change it would have to be made again, and is not.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, json
from msgspec.structs import replace

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.scoring import outcome_of
from oit.contract.addresses import is_item
from oit.memory import Asked, Memory, content_of
from oit.outputs.api.section_texts import section_texts
from oit.outputs.discovery import with_known_words
from oit.outputs.page import Page
from oit.outputs.pages.line_breaks import kept_together
from oit.outputs.publication import Publication, results_from
from oit.outputs.search_index import Entry, page_entry
from oit.wording.vocabulary import vocabulary_of

Items = tuple[ItemAssessment, ...]
Make = Callable[[RoundAssessment, Publication], Iterable[Page]]


class ReadPage(Struct, frozen=True):
    """A page, and what others read in it."""

    page: Page
    texts: dict[str, str]
    """The marked texts of the page of an item, by their ids; none of another page."""
    entry: Entry | None
    """What the search knows of it; `None` where it leaves the page out."""


_READ = json.Decoder(tuple[ReadPage, ...])


def all_made(asked: Iterable[Asked], memory: Memory) -> Iterator[ReadPage]:
    """The pages that were asked for, in their order."""
    for made in memory.recall_all(tuple(asked)):
        yield from _READ.decode(made)


def pages_of_round(name: str, round_: RoundAssessment, required: Publication, make: Make) -> Asked:
    """What `make` makes of a round and of the mandates of others; `name` tells it from the rest.

    `required` is the publication without what was disclosed (`what_is_required`).
    """
    return _remembered(name, round_.made_from, round_, required, make)


def pages_of_items(
    name: str, items: Items, round_: RoundAssessment, required: Publication, make: Make
) -> Asked:
    """What `make` makes of a round in which there is nothing but these items, and its policy."""
    made_from = [item.made_from for item in items]
    return _remembered(name, made_from, _with_items(round_, items), required, make)


def _remembered(
    name: str, made_from: object, round_: RoundAssessment, required: Publication, make: Make
) -> Asked:
    def made() -> bytes:
        alone = _only(round_, required)
        finished = (_finished(page, alone) for page in make(round_, alone))
        return json.encode(tuple(map(_read, finished)))

    return Asked("pages", content_of(name, made_from, _around(round_, required)), made)


def _finished(page: Page, publication: Publication) -> Page:
    """A page whose lines break between the words of the field and of the office, not within."""
    office = publication.policy.office.name_th
    names = (office, *(division.name_th for division in publication.divisions))
    return with_known_words(replace(page, html=kept_together(page.html, names)))


def _read(page: Page) -> ReadPage:
    """A page with what is found in its HTML, which costs nearly as much as making it."""
    return ReadPage(page, section_texts(page.html) if is_item(page.path) else {}, page_entry(page))


def _around(round_: RoundAssessment, required: Publication) -> list[object]:
    """What pages are made from besides their item or round: all that `_only` leaves."""
    site = required.assessment.site
    return [
        site.settings_from,
        required.site_url,
        required.is_in_preparation,
        round_.fiscal_year,
        round_.as_of,
        results_from(round_),
        [(each.folder, each.policy_from) for each in site.rounds],
    ]


def _with_items(round_: RoundAssessment, items: Items) -> RoundAssessment:
    """A round in which there is nothing but some of its items.

    Its history stays whole: it is asked for what an item holds, and counts with each item.
    """
    there = {item.id for item in items}
    contents = round_.contents
    bundles = {name: bundle for name, bundle in contents.bundles.items() if name in there}
    versions = tuple(version for version in contents.versions if version.key.item in there)
    return replace(
        round_,
        contents=replace(contents, bundles=bundles, versions=versions),
        items=items,
        findings=(),
        outcome=outcome_of(round_.mandate, {}, ()),
        filing_outcome=None,
        filing_items=None,
    )


def _only(round_: RoundAssessment, required: Publication) -> Publication:
    """A publication in which there is one round; of others, what they require."""
    assessment = required.assessment
    rounds = tuple(
        round_ if other.fiscal_year == round_.fiscal_year else other for other in assessment.rounds
    )
    contents = tuple(each.contents for each in rounds)
    site = replace(assessment.site, rounds=contents)
    return replace(
        required,
        assessment=replace(assessment, site=site, rounds=rounds),
        vocabulary=replace(required.vocabulary, rounds=contents),
    )


def what_is_required(publication: Publication) -> Publication:
    """A publication without what was disclosed: what the pages of any round may see of others."""
    assessment = publication.assessment
    rounds = tuple(map(_required_in, assessment.rounds))
    site = replace(
        assessment.site,
        rounds=tuple(each.contents for each in rounds),
        guessed_rounds=(),
        findings=(),
        hand_written={},
    )
    return replace(
        publication,
        assessment=replace(assessment, site=site, rounds=rounds, findings=()),
        vocabulary=vocabulary_of(site),
        commit=None,
        generator=None,
        texts={},
    )


def _required_in(round_: RoundAssessment) -> RoundAssessment:
    """What is required in a round, without what was disclosed."""
    empty = _with_items(round_, ())
    contents = replace(empty.contents, previous_results=None, witness=None)
    return replace(empty, contents=contents)
