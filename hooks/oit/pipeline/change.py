"""What a change is compared with: its base, and what it would make of that by the base's policy."""

import tempfile
from pathlib import Path

from msgspec import Struct

from oit.assessment.assess import assess
from oit.assessment.comparison import bundles_of_change
from oit.assessment.gate import ProposedChange
from oit.assessment.reserved import RULE as RESERVED
from oit.assessment.result import Assessment, Today
from oit.pipeline.readers import Readers
from oit.system.git import History


class Comparison(Struct, frozen=True):
    """A change as the history has it."""

    history: History
    base: str | None
    """What the change is compared with: a branch, tag or commit; `None` for the main branch."""
    readers: Readers

    def of(self, root: Path, proposed: Assessment) -> ProposedChange:
        """The change by which a base became what is proposed. Raises `HistoryError`."""
        commit = self.history.start_of_change(self.base)
        touched = self.history.touched_since(commit)
        with tempfile.TemporaryDirectory() as folder:
            base, head = self._base_and_head(root, proposed, commit, Path(folder))
        return ProposedChange(
            base=base,
            head=head,
            proposed=proposed,
            touched=touched,
            pins_engine=self.history.pins_engine(commit, touched),
        )

    def _base_and_head(
        self, root: Path, proposed: Assessment, commit: str, folder: Path
    ) -> tuple[Assessment, Assessment]:
        bundles = bundles_alone(proposed, self.history.differing_from(commit))
        if bundles is None:
            exported = self.history.export(commit, folder)
            return _whole(root, exported, proposed.today, self.readers)
        # All else is the same, policy files too: only these are read of the base.
        exported = self.history.export(commit, folder, bundles) if bundles else folder
        return self.readers.beside(proposed, exported, bundles), proposed


def bundles_alone(proposed: Assessment, differing: frozenset[str] | None) -> frozenset[str] | None:
    """The bundles by which a change differs from its base, where nothing else does."""
    site = proposed.site
    # A reserved name stands in what is proposed alone, and no round may be read in thought.
    is_unusual = site.guessed_rounds or any(found.rule == RESERVED for found in site.findings)
    if differing is None or is_unusual:
        return None
    return bundles_of_change(site, differing)


def _whole(
    root: Path, exported: Path, today: Today, readers: Readers
) -> tuple[Assessment, Assessment]:
    """Before the change, and after it by the policy files of the base.

    A change cannot loosen its own rules.
    """
    head = readers.site(root, exported)
    return assess(readers.site(exported), today), assess(head, today)
