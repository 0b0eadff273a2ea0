"""`checksums.txt`: what it lists is fetched too, and it has to say what the index says."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from oit.audit.verify.addresses import is_inside
from oit.audit.verify.answers import HTML, check_arrival, check_no_page
from oit.audit.verify.targets import Promises
from oit.audit.verify.values import Discrepancy, FileTarget, Response, Target
from oit.contract.addresses import CHECKSUMS

_TOLD = 5
"""Lines told of; a file of which more cannot be read has to be made anew in any case."""
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """What `sha256sum -c` would look at."""

    is_there: bool
    sums: Mapping[str, str]
    """SHA-256 by the plain path of a file."""
    unread: tuple[Discrepancy, ...]
    """Lines that are no sums."""


def read_checksums(answer: Response) -> Listing:
    """The sums of a site; what is wrong with the answer itself is told with other documents."""
    if check_arrival(CHECKSUMS, answer) or check_no_page(CHECKSUMS, answer):
        return Listing(is_there=False, sums={}, unread=())
    sums, unread = {}, []
    for number, line in enumerate(answer.data.decode("utf-8", "replace").splitlines(), 1):
        if found := _LINE.fullmatch(line):
            sums[found[2]] = found[1]
        else:
            params = {"place": str(number), "found": line[:100]}
            unread.append(Discrepancy(check="form", path=CHECKSUMS, params=params))
    return Listing(is_there=True, sums=sums, unread=tuple(unread[:_TOLD]))


def with_listed(promises: Promises, listing: Listing, fetched: Mapping[str, Response]) -> Promises:
    """The same promises, and every listed file that is neither among them nor fetched already."""
    known = {unquote(one.path) for one in promises.targets} | fetched.keys()
    further = {path: digest for path, digest in listing.sums.items() if path not in known}
    inside = {path: digest for path, digest in further.items() if is_inside(quote(path))}
    return Promises(
        (
            *(_sealed(one, listing.sums) for one in promises.targets),
            *(_target(path, digest) for path, digest in inside.items()),
        ),
        (
            *promises.astray,
            *(Discrepancy(check="astray", path=path) for path in further.keys() - inside.keys()),
        ),
    )


def check_listing(
    listing: Listing, promises: Promises, fetched: Mapping[str, Response]
) -> Iterator[Discrepancy]:
    """Where the sums are not those of the index, or of what was fetched for other reasons."""
    yield from listing.unread
    for one in promises.targets:
        if listing.is_there and isinstance(one, FileTarget) and one.sha256:
            path = unquote(one.path)
            if listing.sums.get(path) != one.sha256:
                yield Discrepancy(check="documents-differ", path=CHECKSUMS, subject=path)
    for path, answer in fetched.items():
        found = hashlib.sha256(answer.data).hexdigest()
        if answer.status == 200 and listing.sums.get(path, found) != found:
            params = {"expected": listing.sums[path], "found": found}
            yield Discrepancy(check="sha256", path=path, params=params)


def _sealed(target: Target, sums: Mapping[str, str]) -> Target:
    """A file of which the index gives no sum, with the one that is listed."""
    if isinstance(target, FileTarget) and target.sha256 is None:
        return replace(target, sha256=sums.get(unquote(target.path)))
    return target


def _target(path: str, digest: str) -> FileTarget:
    media_type = HTML if path.endswith(".html") else None
    return FileTarget(path=quote(path), subject="", media_type=media_type, sha256=digest)
