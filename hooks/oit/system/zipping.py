"""Files in one ZIP file: the same files give the same bytes, on any day, whatever their modes."""

import io
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold."""
_MODE = 0o100644 << 16
"""A plain file that its owner may write, in the upper half of the attributes (Unix)."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The ZIP file of files by path, in their order; how it is compressed, zlib decides."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = _MODE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()
