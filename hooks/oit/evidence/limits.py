"""How much one evidence file may cost to read: a reader gives up what is larger.

All bounds on hostile files stand here, so that the worst case is seen on one page. How large a
file may be to be published at all is in `inspect`; what is kept of a file is bounded where it is
made.
"""

from msgspec import Struct


class ProcessLimits(Struct, frozen=True):
    """What the child process may take for one file; without `RLIMIT_AS` only the time holds."""

    seconds: float = 60
    megabytes: int = 2000


class ArchiveBounds(Struct, frozen=True):
    """What a zip container may hold."""

    members: int = 3000
    expanded: int = 200_000_000
    """Bytes of all members, unpacked."""
    member: int = 64_000_000
    """Bytes of one member, unpacked."""
    ratio: int = 400
    """Unpacked to packed bytes of a member larger than `SMALL_MEMBER`."""


ARCHIVE_BOUNDS = ArchiveBounds()
# Telling a zip's type reads one small member, so the sizes of all others do not matter there.
SNIFF_BOUNDS = ArchiveBounds(members=100_000, expanded=1 << 40, member=1_000_000, ratio=1 << 20)
SMALL_MEMBER = 1 << 20
"""Bytes: unpacking no more than this is cheap, whatever the ratio."""

MAX_CHARACTERS = 110_000_000
"""Characters of all text of a file; above the largest file that is read (100 MB)."""
MAX_PIXELS = 100_000_000

MAX_OPERATORS = 1_000_000
"""Operators of page contents of a PDF that are drawn: 400 pages full of tables, in ten seconds.

Of the pages behind them only the text is taken."""
MAX_TEXT_OPERATORS = 1_000_000
"""Operators of the text of those; pages behind them are named as unread."""
MAX_FORM_DEPTH = 12
"""Forms within forms on a page of a PDF."""
MAX_REVISIONS = 20
"""Earlier versions in a PDF that are looked into, the newest first."""
MAX_OBJECTS = 600_000
"""Steps of the walk over a PDF's objects."""

MAX_DEPTH = 6
"""Files within files within files that are looked into."""
MAX_INNER_FILES = 500
MAX_INNER_BYTES = 200_000_000
"""Of all files within a file, to any depth."""

MAX_FILLED = 200_000
"""Cells with text in a table file."""
MAX_CELLS = 1_200_000
"""Cells that a table reader walks, blank ones included."""
MAX_COLUMNS = 1000
"""Columns of a row, up to its last filled cell."""
MAX_TABLE_BYTES = 40_000_000
"""Bytes of a table file; of a workbook, all its members unpacked."""
MAX_WHOLE_MEMBER = 4_000_000
"""Bytes of a workbook's member that a reader takes in as a whole, such as the styles."""
