"""Whether the response for a target is what the index promises."""

import hashlib
from collections.abc import Iterator

from oit.audit.verify.pages.marks import check_page, marks_of
from oit.audit.verify.values import (
    Discrepancy,
    ExternalTarget,
    FileTarget,
    PageTarget,
    Target,
)
from oit.evidence.sniff import sniff
from oit.web_response import Response

HTML = "text/html"
_ALIASES = {
    "application/csv": "text/csv",
    "application/x-pdf": "application/pdf",
    "application/xhtml+xml": HTML,
    "image/jpg": "image/jpeg",
    "application/geo+json": "application/json",
    "application/schema+json": "application/json",
}
"""Media types that servers use, and the one by which each is compared."""
_UNKNOWN_TYPES = frozenset({"application/octet-stream", "binary/octet-stream"})
"""What servers say of files they do not know. A browser saves such a page instead of showing it."""
_GONE = frozenset({404, 410})


def check_response(target: Target, response: Response) -> list[Discrepancy]:
    """All discrepancies between a target and its response."""
    if discrepancy := check_received(target.path, response, target.subject):
        return [discrepancy]
    match target:
        case PageTarget():
            return [
                *_media_type_discrepancies(target, HTML, response),
                *check_page(target, response.data),
            ]
        case FileTarget():
            return list(_check_file(target, response))
        case ExternalTarget():
            return []


def check_received(path: str, response: Response, subject: str = "") -> Discrepancy | None:
    """The discrepancy where no body was received: trouble, or a status other than 200."""
    if response.trouble:
        check, params = response.trouble.value, {"detail": response.detail}
        return Discrepancy(check=check, path=path, subject=subject, params=params)
    if response.status in _GONE:
        return Discrepancy(check="not-found", path=path, subject=subject)
    if response.status != 200:
        params = {"status": str(response.status)}
        return Discrepancy(check="http-status", path=path, subject=subject, params=params)
    return None


def check_is_no_page(path: str, response: Response, subject: str = "") -> Discrepancy | None:
    """The discrepancy where a web page came in place of a file: of a login, or of an error."""
    if sniff(response.data).media_type != HTML:
        return None
    check = "login-page" if marks_of(response.data).asks_password else "page-instead-of-file"
    return Discrepancy(check=check, path=path, subject=subject)


def check_media_type(
    path: str, expected: str, response: Response, subject: str = ""
) -> Discrepancy | None:
    """The discrepancy where the server states another media type, or none; a folder states none."""
    found = response.media_type
    if found is None or _canonical(found) == _canonical(expected):
        return None
    is_unstated = not found or (found in _UNKNOWN_TYPES and expected != HTML)
    check = "media-type-generic" if is_unstated else "media-type"
    params = {"expected": expected, "found": found}
    return Discrepancy(check=check, path=path, subject=subject, params=params)


def _check_file(target: FileTarget, response: Response) -> Iterator[Discrepancy]:
    is_page = target.media_type == HTML
    if not is_page and (page := check_is_no_page(target.path, response, target.subject)):
        yield page
        return
    if target.media_type:
        yield from _media_type_discrepancies(target, target.media_type, response)
        yield from _check_content(target, target.media_type, response)
    if target.bytes not in (None, len(response.data)):
        yield _differs(target, "size", target.bytes, len(response.data))
    digest = hashlib.sha256(response.data).hexdigest()
    if target.sha256 not in (None, digest):
        yield _differs(target, "sha256", target.sha256, digest)


def _media_type_discrepancies(
    target: Target, expected: str, response: Response
) -> Iterator[Discrepancy]:
    if discrepancy := check_media_type(target.path, expected, response, target.subject):
        yield discrepancy


def _check_content(target: FileTarget, expected: str, response: Response) -> Iterator[Discrepancy]:
    found = sniff(response.data).media_type
    # A table of one column looks like plain text.
    is_text_table = {expected, found} == {"text/csv", "text/plain"}
    if _canonical(found) != _canonical(expected) and not is_text_table:
        yield _differs(target, "content", expected, found)


def _differs(target: FileTarget, check: str, expected: object, found: object) -> Discrepancy:
    params = {"expected": str(expected), "found": str(found)}
    return Discrepancy(check=check, path=target.path, subject=target.subject, params=params)


def _canonical(media_type: str) -> str:
    return _ALIASES.get(media_type.lower(), media_type.lower())
