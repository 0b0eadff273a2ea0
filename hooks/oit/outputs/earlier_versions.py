"""Earlier versions of evidence files on the site, beside the page of their item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oit.assessment.result import Assessment, RoundAssessment
from oit.contract.addresses import version_path


@dataclass(frozen=True, slots=True)
class ServedVersion:
    """A version that is served."""

    path: str
    sha256: str
    data: bytes


def served_versions(assessment: Assessment) -> Iterator[ServedVersion]:
    """The earlier versions of all rounds."""
    for round_ in assessment.rounds:
        paths = version_paths(round_)
        for version in round_.contents.versions:
            key = version.key
            path = paths[key.item, key.file, key.sha256]
            yield ServedVersion(path, key.sha256, version.data)


def version_paths(round_: RoundAssessment) -> Mapping[tuple[str, str, str], str]:
    """The address of each earlier version that is served, by item, file name and SHA-256."""
    keys = (version.key for version in round_.contents.versions)
    return {
        (key.item, key.file, key.sha256): version_path(
            round_.fiscal_year, key.item, key.sha256, key.file
        )
        for key in keys
    }
