"""Which bytes of a published site are not those that its commit gives."""

from collections.abc import Iterator, Mapping

from oit.audit.verify.values import Discrepancy
from oit.contract.index import Generator

_PAGE = ".html"


def compare_builds(
    built: Mapping[str, str], published: Mapping[str, str | None]
) -> Iterator[Discrepancy]:
    """Files that differ, are absent or too many, pages first.

    Both are SHA-256 by path from the site's root; `published` has `None` for what did not come.
    """
    for path in sorted(built.keys() | published.keys(), key=_pages_first):
        expected, found = built.get(path), published.get(path)
        if expected == found:
            continue
        if expected is None:
            yield Discrepancy(check="rebuilt-extra", path=path)
        elif found is None:
            yield Discrepancy(check="rebuilt-absent", path=path)
        else:
            params = {"expected": expected, "found": found}
            yield Discrepancy(check="rebuilt-differs", path=path, params=params)


def engine_remarks(
    named: Generator | None, running: Generator, *, is_own: bool
) -> Iterator[Discrepancy]:
    """Why bytes may differ although nobody changed anything: another engine built them.

    `is_own` says that the repository holds the engine itself, of which the one that is installed
    may be another version under the same number.
    """
    params = {"expected": named.version if named else "–", "found": running.version}
    if named is None or named.version != running.version:
        yield Discrepancy(check="rebuilt-other-engine", path="", params=params)
    elif is_own:
        yield Discrepancy(check="rebuilt-own-engine", path="", params=params)


def _pages_first(path: str) -> tuple[bool, str]:
    return (not path.endswith(_PAGE), path)
