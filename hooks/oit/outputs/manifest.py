"""What is meant to be published, file by file: who made it, where it comes from, its bytes."""

import hashlib
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Protocol

from msgspec import Struct

from oit.assessment.result import Assessment
from oit.contract.addresses import CHECKSUMS
from oit.outputs.evidence_files import published_files, served_versions

SUMS = CHECKSUMS
"""The path of the hashes of the whole site, which are written last."""
_LOADED = "assets/stylesheets/main."
"""Named with its hash by `assets/hand-written.css`."""


class Origin(Enum):
    """Who made a file that is published."""

    ENGINE = "engine"
    """A file of the theme as it ships: known by its bytes, and not searched."""
    GENERATED = "generated"
    EVIDENCE = "evidence"
    """Inspected by this build: known by its bytes."""
    HAND_WRITTEN = "hand-written"


class Meant(Struct, frozen=True):
    """A file that is meant to be published."""

    origin: Origin
    source: str
    """Its path in the repository; on the site, where it is generated."""
    sha256: str | None = None
    """`None` for a page, which the site generator puts together last."""


class SiteFile(Protocol):
    """A file as the site generator knows it."""

    url: str
    src_uri: str
    dest_uri: str
    src_dir: str | None
    generated_by: str | None

    @property
    def content_bytes(self) -> bytes:
        """What is copied; of a page, its Markdown."""

    def is_documentation_page(self) -> bool:
        """Whether it is rendered."""


def meant_files(
    files: Iterable[SiteFile], written: Mapping[str, str], assessment: Assessment
) -> dict[str, Meant]:
    """What is meant by each path on the site.

    `written` are the folders of what people wrote: as the files name them, with their paths in the
    repository.
    """
    evidence = {
        file.path: Meant(Origin.EVIDENCE, file.source, file.facts.sha256)
        for file in published_files(assessment)
    }
    evidence |= {
        version.path: Meant(Origin.EVIDENCE, version.path, version.sha256)
        for version in served_versions(assessment)
    }
    return {file.dest_uri: evidence.get(file.dest_uri) or _meant(file, written) for file in files}


def is_loaded(path: str) -> bool:
    """Whether a page loads a file of the theme beneath ours: its style."""
    return path.startswith(_LOADED) and not path.endswith(".map")


def meant_besides(
    generated: Iterable[str], templates: Iterable[str], written: Mapping[str, str]
) -> dict[str, Meant]:
    """What the site generator does not count among its files, by path on the site.

    It generates some, renders `templates` of `docs/`, and is followed by what the engine has
    `written` of evidence, archives and tables, each with its SHA-256.
    """
    return {
        **{name: Meant(Origin.GENERATED, name) for name in generated},
        **{name: Meant(Origin.HAND_WRITTEN, f"docs/{name}") for name in templates},
        **{path: Meant(Origin.EVIDENCE, path, digest) for path, digest in written.items()},
    }


def checksums(built: Iterable[tuple[str, bytes]]) -> bytes:
    """`checksums.txt`: SHA-256 of each file of a site, for `sha256sum -c` at its root.

    Pages and archives are among them; only the file itself cannot be.
    """
    sums = ((path, hashlib.sha256(data).hexdigest()) for path, data in built if path != SUMS)
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums)).encode()


def _meant(file: SiteFile, written: Mapping[str, str]) -> Meant:
    digest = None
    if not file.is_documentation_page():
        digest = hashlib.sha256(file.content_bytes).hexdigest()
    if file.generated_by is not None or file.src_dir is None:
        return Meant(Origin.GENERATED, file.dest_uri, digest)
    if file.src_dir in written:
        return Meant(Origin.HAND_WRITTEN, f"{written[file.src_dir]}/{file.src_uri}", digest)
    return Meant(Origin.ENGINE, file.dest_uri, digest)
