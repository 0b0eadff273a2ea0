"""Files in one ZIP file: on any day and whatever their modes, the same names, times and modes."""

import io
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold."""
_MODE = 0o100644 << 16
"""A plain file that its owner may write, in the upper half of the attributes (Unix)."""


def zipped(files: Mapping[str, bytes], method: int) -> bytes:
    """The ZIP file of files by path, in their order; `method` is `ZIP_STORED` or `ZIP_DEFLATED`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = _MODE
            entry.compress_type = method
            archive.writestr(entry, data)
    return stream.getvalue()
