"""Two assessments side by side: the items of a base with what a change makes of them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from oit.assessment.result import Assessment, ItemAssessment, RoundAssessment, UnitAssessment
from oit.assessment.rules.change import bundle_of
from oit.assessment.versions import Version, versions_of
from oit.findings import FAULTY, FieldPath
from oit.model.round import RoundPolicy
from oit.records.site import Bundle, Round, Site, Unit


class UnitPair(Struct, frozen=True):
    """A record or part with the folder it lies in, before and after."""

    old: UnitAssessment
    new: UnitAssessment
    old_bundle: Bundle
    new_bundle: Bundle

    @property
    def unit(self) -> Unit:
        """As the change has it."""
        return self.new.unit


class ItemPair(Struct, frozen=True, dict=True):
    """An item of one round in two assessments, both of which have its folder."""

    base: Assessment
    old: ItemAssessment
    new: ItemAssessment
    old_bundle: Bundle
    new_bundle: Bundle
    round: RoundAssessment
    """After the change, by the policy of the base."""
    is_first: bool
    """Whether the base discloses nothing in the round yet: its days are taken at their word."""

    @property
    def policy(self) -> RoundPolicy:
        """Of the round."""
        return self.round.policy

    @cached_property  # three rules ask
    def versions(self) -> list[Version]:
        """The entries after the change, each with what it was."""
        return versions_of(self.old_bundle, self.new_bundle)

    @property
    def units(self) -> Iterator[UnitPair]:
        """Records and parts that are in both."""
        before = {unit.unit.division: unit for unit in self.old.units}
        for unit in self.new.units:
            if old := before.get(unit.unit.division):
                yield UnitPair(old, unit, self.old_bundle, self.new_bundle)

    def was_faulty(self, unit: Unit, path: FieldPath) -> bool:
        """Whether the base is told that a field of a unit is wrong, so that it has to change."""
        return any(
            finding.file == unit.place.file and finding.field == path and finding.kind in FAULTY
            for finding in self.base.findings
        )


def items_alone(paths: Iterable[str]) -> frozenset[str] | None:
    """The folders of the items that files lie in; `None` where any lies in none."""
    folders = {bundle_of(path) for path in paths}
    return None if None in folders else frozenset(filter(None, folders))


def bundles_of_change(site: Site, differing: Iterable[str]) -> frozenset[str] | None:
    """The folders of items in which a version differs from this site, by the paths of its files.

    `None` where anything else differs, or where more than an item follows from its files.
    """
    files = frozenset(differing)
    bundles = {bundle_of(path) for path in files}
    scored = {scores_of(round_) for round_ in site.rounds}
    known = {round_.folder for round_ in site.rounds}
    # `O00` is no item's.
    unread = {*files, *scored, *(f"{folder}/O00" for folder in known)}
    is_usual = all(
        folder and folder not in unread and folder.rpartition("/")[0] in known for folder in bundles
    )
    return frozenset(filter(None, bundles)) if is_usual else None


def scores_of(round_: Round) -> str | None:
    """The folder of the item that discloses the scores of an earlier year."""
    named = round_.policy.previous_results
    return folder_of(round_.folder, named.item) if named else None


def folder_of(round_: str, item: str) -> str:
    """`oit_items/2568/O01` of `O1`."""
    return f"{round_}/O{int(item[1:]):02}"


def item_pairs(base: Assessment, head: Assessment) -> Iterator[ItemPair]:
    """Each item that both assessments have, but for one of the very same folder, read once."""
    rounds = {round_.fiscal_year: round_ for round_ in base.rounds}
    for round_ in head.rounds:
        if old := rounds.get(round_.fiscal_year):
            yield from _item_pairs(base, old, round_)


def _item_pairs(base: Assessment, old: RoundAssessment, new: RoundAssessment) -> Iterator[ItemPair]:
    before = {item.id: item for item in old.items}
    is_first = not old.contents.has_records
    for item in new.items:
        was = before.get(item.id)
        if was and was.bundle and item.bundle and was.bundle is not item.bundle:
            yield ItemPair(base, was, item, was.bundle, item.bundle, new, is_first)
