"""What reads sites: their records, the facts of evidence files, the witnesses of their rounds."""

from pathlib import Path

from msgspec import Struct

from oit.assessment.assess import assess, assess_beside
from oit.assessment.gate import Gate
from oit.assessment.result import Assessment, Today
from oit.evidence.inspect import Inspect
from oit.memory import NO_OBJECTS, Memory, RecentObjects
from oit.records.disk import Disk
from oit.records.load import begin_site, nothing_kept
from oit.records.other_bundles import with_bundles
from oit.records.site import Site
from oit.system.cache import Cache, CacheMemory
from oit.system.earlier_versions import WithVersions, without_versions
from oit.system.environment import Environment
from oit.system.git import History
from oit.system.recent_rounds import RecentRounds
from oit.system.witness import WitnessReader


class Readers(Struct, frozen=True):
    """They share what they remember within a run."""

    inspect: Inspect
    witnessed: WitnessReader
    memory: Memory
    versions: WithVersions = without_versions
    """Gives the site that is published the earlier versions of its files."""
    recent: RecentObjects | None = None
    """What a process that reads the same again knows from before."""

    def site(self, root: Path, policy_root: Path | None = None) -> Site:
        """The site in a folder; with `policy_root` by the policy files of another version."""
        kept = RecentRounds(self.recent) if self.recent else nothing_kept
        begun = begin_site(root, policy_root, self.inspect, self.memory, kept)
        if begun.is_witnessed:
            self.witnessed.read()
        return self.witnessed(begun.site())

    def assessed(self, site: Site, today: Today) -> Assessment:
        """A site on a day."""
        return assess(site, today, self.recent or NO_OBJECTS)

    def beside(self, known: Assessment, root: Path, bundles: frozenset[str]) -> Assessment:
        """An assessed site with some bundles as they are below another root, if they are there."""
        site = with_bundles(known.site, Disk(root), bundles, self.inspect, self.memory)
        return assess_beside(site, known)


def readers_of(
    history: History,
    environment: Environment,
    inspect: Inspect,
    cache: Cache,
    versions: WithVersions = without_versions,
    recent: RecentObjects | None = None,
) -> Readers:
    """The history is read up to the base of a change, else up to the main branch."""
    base = environment.base if environment.gate is Gate.CHANGED else None
    witnessed = WitnessReader(history, cache, base, recent or NO_OBJECTS)
    return Readers(inspect, witnessed, CacheMemory(cache), versions, recent)
