"""`checksums.txt`: the files it lists are fetched too, and its hashes compared with the index."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from oit.audit.verify.addresses import is_inside
from oit.audit.verify.responses import HTML, check_is_no_page, check_received
from oit.audit.verify.targets import Promises
from oit.audit.verify.values import (
    ABSENT,
    MOST_REPORTED,
    Discrepancy,
    FileTarget,
    Target,
    documents_differ,
    schema_differs,
)
from oit.contract.addresses import CHECKSUMS
from oit.web_response import Response

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
"""A line of `sha256sum`: hash, two spaces, path from the root."""


class Checksums(Struct, frozen=True, kw_only=True):
    """The lines of a `checksums.txt`."""

    is_there: bool
    hashes: Mapping[str, str]
    """SHA-256 by path; paths here are not percent-encoded."""
    unread: tuple[Discrepancy, ...]
    """Lines that are in another form."""


def read_checksums(response: Response) -> Checksums:
    """The lines of `checksums.txt`; what is wrong with its response is up to `check_documents`."""
    if check_received(CHECKSUMS, response) or check_is_no_page(CHECKSUMS, response):
        return Checksums(is_there=False, hashes={}, unread=())
    hashes, unread = {}, []
    for number, line in enumerate(response.data.decode("utf-8", "replace").splitlines(), 1):
        if match := _LINE.fullmatch(line):
            hashes[match[2]] = match[1]
        else:
            unread.append(schema_differs(CHECKSUMS, str(number), line[:100]))
    return Checksums(is_there=True, hashes=hashes, unread=tuple(unread[:MOST_REPORTED]))


def with_checksums(
    promises: Promises, checksums: Checksums, fetched: Mapping[str, Response]
) -> Promises:
    """The promises, with hashes where the index has none, and with the other files listed.

    `fetched` are the documents that have been fetched already, by path.
    """
    known = {unquote(target.path) for target in promises.targets} | fetched.keys()
    others = {path: digest for path, digest in checksums.hashes.items() if path not in known}
    inside = {path: digest for path, digest in others.items() if is_inside(quote(path))}
    return Promises(
        (
            *(_with_hash(target, checksums.hashes) for target in promises.targets),
            *(_target(path, digest) for path, digest in inside.items()),
        ),
        (
            *promises.outside,
            *(
                Discrepancy(check="outside-site", path=path)
                for path in others.keys() - inside.keys()
            ),
        ),
    )


def check_checksums(
    checksums: Checksums, promises: Promises, fetched: Mapping[str, Response]
) -> Iterator[Discrepancy]:
    """Where hashes are not those of the index, or of the documents fetched."""
    yield from checksums.unread
    for target in promises.targets:
        if checksums.is_there and isinstance(target, FileTarget) and target.sha256:
            path = unquote(target.path)
            found = checksums.hashes.get(path, ABSENT)
            if found != target.sha256:
                yield documents_differ(CHECKSUMS, path, path, target.sha256, found)
    for path, response in fetched.items():
        digest = hashlib.sha256(response.data).hexdigest()
        if response.status == 200 and checksums.hashes.get(path, digest) != digest:
            params = {"expected": checksums.hashes[path], "found": digest}
            yield Discrepancy(check="sha256", path=path, params=params)


def _with_hash(target: Target, hashes: Mapping[str, str]) -> Target:
    if isinstance(target, FileTarget) and target.sha256 is None:
        return replace(target, sha256=hashes.get(unquote(target.path)))
    return target


def _target(path: str, digest: str) -> FileTarget:
    media_type = HTML if path.endswith(".html") else None
    return FileTarget(path=quote(path), subject="", media_type=media_type, sha256=digest)
