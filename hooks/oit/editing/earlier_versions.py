"""Withdrawals of earlier versions of files, which the site keeps and no record names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from oit.assessment.recorded import Recordings
from oit.editing.withdrawal import Decision, Filled, Named, withdrawal_of
from oit.model.withdrawals import Withdrawal
from oit.records.contents import content_of_file, name_of_version
from oit.records.site import Round
from oit.records.witness import EntryKey

KIND = "version"
"""What an earlier version is named as, where evidence has its kind."""


def earlier_versions(round_: Round, item: str) -> dict[str, tuple[Named, str]]:
    """The versions that the history has of an item's files and the item has no more.

    Each with the name of its file, by the name under which the site keeps it.
    """
    bundle = round_.bundles.get(item)
    current = {facts.sha256 for facts in bundle.facts.values()} if bundle else set()
    withdrawn = {each.sha256 for each in round_.withdrawals}
    found = {}
    for key in round_.witness.files if round_.witness else ():
        if key.item == item and key.sha256 not in current | withdrawn:
            name = name_of_version(key.sha256, key.file)
            found[name] = (Named(KIND, name, key.sha256), key.file)
    return found


def earlier_withdrawals(
    item: str,
    named: Named,
    decision: Decision,
    recordings: Recordings,
    known: Iterable[Withdrawal],
) -> Iterator[Withdrawal]:
    """A withdrawal for each requirement that a version ever filled, by the history."""
    filled: defaultdict[tuple[str | None, str], list[EntryKey]] = defaultdict(list)
    for key in recordings.entries:
        if (key.item, key.content) == (item, content_of_file(named.sha256)):
            filled[key.division, key.requirement].append(key)
    for (division, requirement), keys in filled.items():
        counted = [recordings.entries[key] for key in keys]
        day = min((each.counts_from for each in counted if each.witness == "git"), default=None)
        periods = tuple(sorted(key.period for key in keys if key.period))
        made = withdrawal_of(Filled(item, division, requirement, periods), named, decision, day)
        if made not in known:
            yield made
