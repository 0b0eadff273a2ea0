"""Evidence files into facts."""

import hashlib
from pathlib import Path

from oit.site import FileFacts

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "json": "application/json",
    "geojson": "application/geo+json",
    "png": "image/png",
    "jpg": "image/jpeg",
}


def extension(name: str) -> str:
    """`csv` of `summary-2025-03.csv`; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def inspect(path: Path) -> FileFacts:
    """Hash, size in bytes and media type (by extension) of a file. Raises `OSError`."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        size = stream.tell()
    media_type = MEDIA_TYPES.get(extension(path.name), "application/octet-stream")
    return FileFacts(digest, size, media_type)
