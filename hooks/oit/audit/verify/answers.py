"""Whether an answer is what the index promised."""

import hashlib
from collections.abc import Iterator

from oit.audit.verify.pages import check_page, marks_of
from oit.audit.verify.values import (
    Discrepancy,
    ExternalTarget,
    FileTarget,
    PageTarget,
    Response,
    Target,
)
from oit.evidence.sniff import sniff

HTML = "text/html"
_SAME = {
    "application/csv": "text/csv",
    "application/x-pdf": "application/pdf",
    "application/xhtml+xml": HTML,
    "image/jpg": "image/jpeg",
    "application/geo+json": "application/json",
    "application/schema+json": "application/json",
}
"""Names of one type that servers use, and the one by which they are compared."""
_UNKNOWING = frozenset({"application/octet-stream", "binary/octet-stream"})
"""What servers say of files that they do not know. A page so called is not shown, but saved."""
_GONE = frozenset({404, 410})


def check_answer(target: Target, answer: Response) -> list[Discrepancy]:
    """Everything that is wrong with the answer for a target."""
    if found := check_arrival(target.path, answer, target.subject):
        return [found]
    match target:
        case PageTarget():
            types = _check_said(target, HTML, answer)
            return [*types, *check_page(target, answer.data)]
        case FileTarget():
            return list(_check_file(target, answer))
        case ExternalTarget():
            return []


def check_arrival(path: str, answer: Response, subject: str = "") -> Discrepancy | None:
    """What is wrong where nothing usable came back."""
    if answer.trouble:
        params = {"detail": answer.detail}
        return Discrepancy(check=answer.trouble.value, path=path, subject=subject, params=params)
    if answer.status in _GONE:
        return Discrepancy(check="absent", path=path, subject=subject)
    if answer.status != 200:
        params = {"status": str(answer.status)}
        return Discrepancy(check="status", path=path, subject=subject, params=params)
    return None


def check_no_page(path: str, answer: Response, subject: str = "") -> Discrepancy | None:
    """What is wrong where a web page stands in a file's place."""
    if sniff(answer.data).media_type != HTML:
        return None
    check = "login-page" if marks_of(answer.data).asks_password else "page-instead"
    return Discrepancy(check=check, path=path, subject=subject)


def _check_file(target: FileTarget, answer: Response) -> Iterator[Discrepancy]:
    is_page = target.media_type == HTML
    if not is_page and (instead := check_no_page(target.path, answer, target.subject)):
        yield instead
        return
    if target.media_type:
        yield from _check_said(target, target.media_type, answer)
        yield from _check_content(target, target.media_type, answer)
    if target.bytes not in (None, len(answer.data)):
        yield _differs(target, "size", target.bytes, len(answer.data))
    digest = hashlib.sha256(answer.data).hexdigest()
    if target.sha256 not in (None, digest):
        yield _differs(target, "sha256", target.sha256, digest)


def check_said(path: str, stated: str, answer: Response, subject: str = "") -> Discrepancy | None:
    """What is wrong with the type that the server says."""
    said = answer.media_type
    if said is None or _common(said) == _common(stated):
        return None
    says_nothing = not said or (said in _UNKNOWING and stated != HTML)
    check = "media-type-unsaid" if says_nothing else "media-type"
    params = {"expected": stated, "found": said}
    return Discrepancy(check=check, path=path, subject=subject, params=params)


def _check_said(target: Target, stated: str, answer: Response) -> Iterator[Discrepancy]:
    if found := check_said(target.path, stated, answer, target.subject):
        yield found


def _check_content(target: FileTarget, stated: str, answer: Response) -> Iterator[Discrepancy]:
    found = sniff(answer.data).media_type
    is_text_table = {stated, found} == {"text/csv", "text/plain"}
    if _common(found) != _common(stated) and not is_text_table:
        yield _differs(target, "content", stated, found)


def _differs(target: FileTarget, check: str, expected: object, found: object) -> Discrepancy:
    params = {"expected": str(expected), "found": str(found)}
    return Discrepancy(check=check, path=target.path, subject=target.subject, params=params)


def _common(media_type: str) -> str:
    return _SAME.get(media_type.lower(), media_type.lower())
