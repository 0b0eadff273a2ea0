"""All that is found of a published site by what was kept of it earlier."""

from collections.abc import Iterator

from oit.audit.against.disappeared import disappeared
from oit.audit.against.rewritten import rewritten
from oit.audit.against.rules import rewritten_rules
from oit.audit.against.snapshot import Snapshot, snapshot_of
from oit.audit.against.told import Told
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import INDEX_PATH


def check_against(older: Snapshot, site: PublishedSite) -> Iterator[Discrepancy]:
    """Whether nothing disappeared, and no past was rewritten, since an index was kept."""
    newer = snapshot_of(site.index, site.data)
    yield from compared(older, newer)


def compared(older: Snapshot, newer: Snapshot) -> Iterator[Discrepancy]:
    """The same of two snapshots; an older site than the one kept is told, and judged no further."""
    if older.day is None:
        return
    if newer.day is not None and newer.day < older.day:
        params = {"as_of": older.day.isoformat(), "due_on": newer.day.isoformat()}
        yield Discrepancy(check="older-than-kept", path=INDEX_PATH, params=params)
        return
    told = Told(newer, older.day)
    yield from disappeared(older, newer, told)
    yield from rewritten(older, newer, told)
    yield from rewritten_rules(older, newer)
