"""The gate of what is no work tree: what is staged, and a request, which are read as Git has them.

A staged change of items is judged by the part of the site that it may concern, where the rest is
known: most rounds have been over for years, and each commit asks.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.comparison import items_alone
from oit.assessment.gate import Gate, ProposedChange, judge_change
from oit.assessment.known_rounds import KnownRound, known_round
from oit.assessment.part import WHOLE, Part
from oit.assessment.result import Assessment
from oit.pipeline.change import Comparison, bundles_alone
from oit.pipeline.readers import Readers, readers_of
from oit.pipeline.run import GateResult, assessed, judged, worded
from oit.system.cache import cache_for_publishing, open_cache
from oit.system.environment import Environment
from oit.system.evidence_cache import EvidenceInspector
from oit.system.git_proposed import ProposedHistory, RequestHistory, StagedHistory
from oit.system.known_rounds import KnownRounds


def check_staged(root: Path, environment: Environment) -> GateResult:
    """Judge what is staged in Git's index, whatever the work tree holds. Raises `HistoryError`.

    The verdict and its text are those of the whole site; its assessment may be of a part.
    """
    if environment.gate is not Gate.CHANGED:
        return check_staged_whole(root, environment)
    with StagedHistory.of(root) as history, _reading(history, environment) as readers:
        return _Staged(history, environment, readers).judged()


def check_staged_whole(root: Path, environment: Environment) -> GateResult:
    """The same with the assessment of the whole site, for who tells the status of every item."""
    with StagedHistory.of(root) as history:
        return _check_whole(environment, history)


def check_request(root: Path, environment: Environment, request: str) -> GateResult:
    """Judge what a request would make of the version that is checked out. Raises `HistoryError`.

    The engine and the policy are those of that version; the request's files are read as data.
    """
    changed = replace(environment, gate=Gate.CHANGED)
    return _check_whole(changed, RequestHistory(root, request))


def _check_whole(environment: Environment, history: ProposedHistory) -> GateResult:
    with _reading(history, environment) as readers, _folder() as folder:
        return judged(history.export_proposed(folder), environment, readers, history)


@contextmanager
def _reading(history: ProposedHistory, environment: Environment) -> Iterator[Readers]:
    cache = open_cache()
    with EvidenceInspector.remembering(cache) as inspect:
        yield readers_of(history, environment, inspect, cache)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


class _Staged(Struct, frozen=True):
    """A staged change, judged by a part of the site or by all of it."""

    history: StagedHistory
    environment: Environment
    readers: Readers

    def judged(self) -> GateResult:
        """The verdict; what was read as a whole is known at the next time."""
        commit = self.history.start_of_change(self.environment.base)
        known = KnownRounds(
            cache_for_publishing(),  # on a machine of CI nothing is known
            self.history.disclosed(commit),
            self.readers.witnessed.made_from(),
            self.environment.today,
        )
        change, part = self._change(self._part(commit, known))
        known.keep(dict(_newly_known(change, part)))
        return worded(change.proposed, judge_change(change), self.environment)

    def _part(self, commit: str, known: KnownRounds) -> Part:
        """What the change may concern; the whole, where it is not of items alone."""
        items = items_alone(self.history.differing_from(commit))
        return WHOLE if items is None else Part.around(items, known.read())

    def _change(self, part: Part) -> tuple[ProposedChange, Part]:
        """The change by a part, or by a larger one where it has to be compared with more."""
        self.readers.witnessed.read_only(part.reads)
        with _folder() as folder:
            root = self.history.export_proposed(folder, part.reads)
            proposed = assessed(root, self.environment, self.readers, self.history, part)
            if not part.is_whole and self._has_more(proposed):
                return self._change(WHOLE)
            comparison = Comparison(self.history, self.environment.base, self.readers)
            change = _of_part(comparison.of(root, proposed), part)
        if lacking := part.lacks(change.base) | part.lacks(change.head):
            return self._change(part.comparing(lacking))
        return change, part

    def _has_more(self, proposed: Assessment) -> bool:
        """Whether the change concerns more than items, now that the policy is known."""
        commit = self.history.start_of_change(self.environment.base)
        return bundles_alone(proposed, self.history.differing_from(commit)) is None


def _of_part(change: ProposedChange, part: Part) -> ProposedChange:
    return replace(change, base=part.of(change.base), head=part.of(change.head))


def _newly_known(change: ProposedChange, part: Part) -> Iterator[tuple[str, KnownRound]]:
    """What is known by now of the rounds of the base that were read as a whole."""
    if change.base.site.guessed_rounds:
        return
    for round_ in change.base.rounds:
        folder = round_.contents.folder
        if folder not in part.known and (known := known_round(round_, change.base)):
            yield folder, known
