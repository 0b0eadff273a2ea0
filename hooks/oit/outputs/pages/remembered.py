"""Pages that were made before of the same content are taken as they were.

They are remembered by what they are made from: those of an item by the item, those of a round by
the round, and by the settings of the site. What makes them gets a publication that holds nothing
else, so no page can show anything by whose change it would have to be made again, and is not.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace

from pydantic import TypeAdapter

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.assessment.scoring import outcome_of
from oit.memory import content_of
from oit.outputs.page import Page
from oit.outputs.pages.ita_page import discloses_results
from oit.outputs.publication import Publication
from oit.wording.vocabulary import vocabulary_of

_PAGES = TypeAdapter(tuple[Page, ...])

ItemPages = Callable[[ItemAssessment, RoundAssessment, Publication], Iterable[Page]]
RoundPages = Callable[[RoundAssessment, Publication], Iterable[Page]]


def pages_of_item(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication, make: ItemPages
) -> tuple[Page, ...]:
    """What `make` makes of an item, of its round's policy, and of the mandates of other rounds."""
    seen = _seen_with(item, round_)
    made_from = [each.made_from for each in seen]

    def made() -> Iterable[Page]:
        alone = _with_items(round_, seen)
        return make(item, alone, _only(alone, publication))

    return _remembered(f"item {item.id}", made_from, round_, publication, made)


def pages_of_round(
    name: str, round_: RoundAssessment, publication: Publication, make: RoundPages
) -> tuple[Page, ...]:
    """What `make` makes of a round and of the mandates of others; `name` tells it from the rest."""
    return _remembered(
        name,
        round_.made_from,
        round_,
        publication,
        lambda: make(round_, _only(round_, publication)),
    )


def _remembered(
    name: str,
    made_from: object,
    round_: RoundAssessment,
    publication: Publication,
    make: Callable[[], Iterable[Page]],
) -> tuple[Page, ...]:
    key = content_of(name, made_from, _around(round_, publication))
    made = publication.memory.recall("pages", key, lambda: _PAGES.dump_json(tuple(make())))
    return _PAGES.validate_json(made)


def _around(round_: RoundAssessment, publication: Publication) -> list[object]:
    """What pages are made from besides their item or round: all that `_only` leaves."""
    site = publication.assessment.site
    return [
        site.settings_from,
        publication.site_url,
        publication.is_in_preparation,
        round_.fiscal_year,
        hashlib.sha256(round_.contents.previous_results or b"").hexdigest(),
        [(each.folder, each.policy_from) for each in site.rounds],
    ]


def _seen_with(item: ItemAssessment, round_: RoundAssessment) -> tuple[ItemAssessment, ...]:
    """The items whose content the pages of an item look at: where results stand, all that do."""
    is_of_results = discloses_results(item.mandated)
    return tuple(
        each
        for each in round_.items
        if each is item or (is_of_results and discloses_results(each.mandated))
    )


def _with_items(round_: RoundAssessment, items: tuple[ItemAssessment, ...]) -> RoundAssessment:
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


def _only(round_: RoundAssessment, publication: Publication) -> Publication:
    """A publication in which there is one round; of others, what they require."""
    assessment = publication.assessment
    rounds = tuple(
        round_ if other.fiscal_year == round_.fiscal_year else _required_in(other)
        for other in assessment.rounds
    )
    contents = tuple(each.contents for each in rounds)
    site = replace(
        assessment.site, rounds=contents, guessed_rounds=(), findings=(), hand_written={}
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
