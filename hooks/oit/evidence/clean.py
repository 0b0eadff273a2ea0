"""Files without the names of those who made them; everything else stays as it is."""

from collections.abc import Callable

from oit.evidence.clean_office import clean_office
from oit.evidence.clean_pdf import clean_pdf
from oit.evidence.clean_pictures import clean_jpeg, clean_png
from oit.evidence.faults import FileFault, attempt


def clean(data: bytes, extension: str) -> bytes | FileFault:
    """The file without author metadata, the same bytes each time, or why it cannot be read.

    `extension` is without a dot; files of a type that names no author come back unchanged.
    Digital signatures do not survive.
    """
    cleaner = _CLEANERS.get(extension.lower())
    return attempt(lambda: cleaner(data)) if cleaner else data


_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "pdf": clean_pdf,
    "docx": clean_office,
    "xlsx": clean_office,
    "odt": clean_office,
    "ods": clean_office,
    "png": clean_png,
    "jpg": clean_jpeg,
    "jpeg": clean_jpeg,
}
