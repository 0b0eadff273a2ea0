"""Names of evidence files: which may stand in a folder, and which a new file gets."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from oit.evidence.inspect import extension
from oit.model.mandate import Requirement
from oit.model.record import Evidence, FileEvidence
from oit.periods import Period

_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE | re.ASCII)
"""Names that Windows keeps for devices, with any extension: nobody there could open the file."""
_FREQUENCY_PREFIX = re.compile(r"^(?:monthly|quarterly|semiannual|annual)-")


def is_file_name(name: str) -> bool:
    """Whether a file of that name can lie in every checkout, and be linked to as it is."""
    return bool(_FILE_NAME.fullmatch(name)) and not _DEVICE.fullmatch(name)


def evidence_name(
    source: str,
    requirement: Requirement,
    period: Period | None,
    known: Iterable[Evidence],
    taken: Iterable[str],
) -> str:
    """A name for a file in its item's folder: `summary-2026-10.xlsx`.

    It follows the names of earlier periods in the `known` evidence, and differs from those `taken`
    by more than case, which macOS and Windows ignore.
    """
    stem = next(_earlier_stems(known, requirement, period), None) or _stem(requirement, period)
    ending = f".{extension(source)}" if extension(source) else ""
    names = (f"{stem}{suffix}{ending}" for suffix in _suffixes())
    lower = {name.casefold() for name in taken}
    return next(name for name in names if name not in lower)


def _earlier_stems(
    known: Iterable[Evidence], requirement: Requirement, period: Period | None
) -> Iterator[str]:
    """The names of earlier files for a requirement, with their period replaced; newest first."""
    for entry in sorted(known, key=lambda entry: entry.published, reverse=True):
        if not period or not isinstance(entry, FileEvidence) or len(entry.periods) != 1:
            continue
        stem, token = entry.file.rpartition(".")[0], _period_token(entry.periods[0])
        # Only once: in `2025-03-report-2025-03` it is unclear which of the two is the period.
        if entry.requirement == requirement.id and stem.count(token) == 1:
            yield stem.replace(token, _period_token(period))


def _stem(requirement: Requirement, period: Period | None) -> str:
    """`summary-2026-10` of the requirement `monthly-summary`."""
    name = _FREQUENCY_PREFIX.sub("", requirement.id)
    return f"{name}-{_period_token(period)}" if period else name


def _period_token(period: Period) -> str:
    """A period in file names: `2026-10`, `2568-q1`."""
    return str(period).removeprefix("FY").lower()


def _suffixes() -> Iterator[str]:
    """Nothing, then `-2`, `-3` and so on."""
    yield ""
    yield from (f"-{number}" for number in count(2))
