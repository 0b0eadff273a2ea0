"""Rules about what a request touches besides records: policy, engine, workflows, owners.

Its data are judged as by the base all the same; whoever owns these files is told by name.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from oit.assessment.rules.change import bundle_of
from oit.findings import Finding, Kind, Place

_DOCUMENT = re.compile(r"[^/]+\.md|LICENSE")
"""Documents for reading, at the root of the repository."""
_ATTRIBUTES = re.compile(r"(?:.*/)?\.git(?:attributes|modules|ignore)")
"""What Git makes of files, in any folder."""
_KINDS = (
    ("owners-changed", re.compile(r"(?:\.github/|\.gitlab/|docs/)?CODEOWNERS")),
    ("workflow-changed", re.compile(r"\.gitlab-ci\.yml|(?:\.github|\.gitlab|\.ci)(?:/.*)?")),
    (
        "engine-changed",
        re.compile(
            r"requirements\.lock|pyproject\.toml|[^/]+\.py|(?:hooks|scripts|tests|vendor)(?:/.*)?"
        ),
    ),
)
"""Which rule tells of a path; of anything else `policy-changed` does."""
_UPGRADED = re.compile(
    r"\.(?:editorconfig|gitattributes|gitignore|gitlab-ci\.yml)"
    r"|\.(?:github|gitlab|vscode)/.+|scripts/.+|hooks/publish\.py|tests/test_office\.py"
    r"|vendor/[^/]+\.whl|requirements\.lock|CODEOWNERS|SECURITY\.md|mkdocs\.yml"
    r"|oit_items/.+\.(?:md|yml)"
)
"""What `oit upgrade` may write; the newer engine alone can say what it does write."""
_LOCK = "requirements.lock"

_Told: TypeAlias = tuple[str, str]


def check_touched(touched: Iterable[str], approver: str | None) -> Iterator[Finding]:
    """Touched files that are neither in a bundle nor documents for reading, by what they are.

    One finding for each file of `oit_items/`, and for each kind below each other top-level name.
    `approver` is the handle of the coordinator, who owns them (`CODEOWNERS`).
    """
    told = {told for path in touched for told in _told(path)}
    for name, rule in sorted(told):
        yield Place(name, Kind.NOTICE).finding(rule, approver=approver or "")


def _told(path: str) -> Iterator[_Told]:
    """The name that is shown for a path, and the rule that tells of it."""
    if _ATTRIBUTES.fullmatch(path):
        yield path, "attributes-changed"
    elif bundle_of(path) in (None, path) and not _DOCUMENT.fullmatch(path):
        rule = next((rule for rule, paths in _KINDS if paths.fullmatch(path)), "policy-changed")
        is_whole = path.startswith("oit_items/") or rule == "owners-changed"
        yield path if is_whole else path.split("/")[0], rule


def check_upgrade(touched: Iterable[str]) -> Iterator[Finding]:
    """A request that pins another engine touches what no upgrade writes."""
    for path in sorted(touched):
        if not _UPGRADED.fullmatch(path):
            yield Place(path, Kind.POLICY).finding("upgrade-mixed")


def tell_upgrade(approver: str | None) -> Finding:
    """The data of a request that pins another engine are judged by that engine."""
    return Place(_LOCK, Kind.NOTICE).finding("engine-upgraded", approver=approver or "")
