"""`checksums.txt`: what it lists is fetched too, and it has to say what the index says."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote, unquote

from oit.outputs.addresses import CHECKSUMS
from oit.verification.addresses import is_inside
from oit.verification.answers import HTML, check_arrival, check_no_page
from oit.verification.targets import Promises
from oit.verification.values import Answer, Discrepancy, FileTarget, Target

Listed = Mapping[str, str]
"""SHA-256 by the plain path of a file."""

_TOLD = 5
"""Lines told of; a file of which more cannot be read has to be made anew in any case."""
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def read_checksums(answer: Answer) -> tuple[Listed | None, list[Discrepancy]]:
    """What `sha256sum -c` would look at, if anything, and the lines that it could not read."""
    if check_arrival(CHECKSUMS, answer) or check_no_page(CHECKSUMS, answer):
        return None, []
    return _listed(answer.data)


def _listed(data: bytes) -> tuple[Listed, list[Discrepancy]]:
    listed: dict[str, str] = {}
    wrong = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if found := _LINE.fullmatch(line):
            listed[found[2]] = found[1]
        else:
            params = {"place": str(number), "found": line[:100]}
            wrong.append(Discrepancy(check="form", path=CHECKSUMS, params=params))
    return listed, wrong[:_TOLD]


def with_listed(promises: Promises, listed: Listed, fetched: Mapping[str, Answer]) -> Promises:
    """The same promises, and every listed file that is neither among them nor fetched already."""
    known = {unquote(one.path) for one in promises.targets} | fetched.keys()
    further = {path: digest for path, digest in listed.items() if path not in known}
    inside = {path: digest for path, digest in further.items() if is_inside(quote(path))}
    return Promises(
        (
            *(_sealed(one, listed) for one in promises.targets),
            *(_target(path, digest) for path, digest in inside.items()),
        ),
        (
            *promises.astray,
            *(Discrepancy(check="astray", path=path) for path in further.keys() - inside.keys()),
        ),
    )


def check_listed(
    promises: Promises, listed: Listed, fetched: Mapping[str, Answer]
) -> Iterator[Discrepancy]:
    """Where the sums are not those of the index, or of what was fetched for other reasons."""
    for one in promises.targets:
        if isinstance(one, FileTarget) and one.sha256:
            path = unquote(one.path)
            if listed.get(path) != one.sha256:
                yield Discrepancy(check="documents-differ", path=CHECKSUMS, subject=path)
    for path, answer in fetched.items():
        found = hashlib.sha256(answer.data).hexdigest()
        if answer.status == 200 and listed.get(path, found) != found:
            params = {"expected": listed[path], "found": found}
            yield Discrepancy(check="sha256", path=path, params=params)


def _sealed(target: Target, listed: Listed) -> Target:
    """A file of which the index gives no sum, with the one that is listed."""
    if isinstance(target, FileTarget) and target.sha256 is None:
        return replace(target, sha256=listed.get(unquote(target.path)))
    return target


def _target(path: str, digest: str) -> FileTarget:
    media_type = HTML if path.endswith(".html") else None
    return FileTarget(path=quote(path), subject="", media_type=media_type, sha256=digest)
