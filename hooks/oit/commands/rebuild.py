"""`oit verify --rebuild`: builds the commit that an index names, and compares all bytes."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import file_digest, sha256
from pathlib import Path
from urllib.parse import quote

from oit.audit.rebuild.compare import compare_builds, engine_remarks
from oit.audit.rebuild.settings import NotRepeatedError, day_of_build, repeated_settings
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.catalog import both
from oit.entry.refusals import could_not_run
from oit.system.clones import holds_engine, records_of
from oit.system.environment import COMMIT, read_generator
from oit.system.parallel import parallel_map
from oit.system.sources import Source

_SETTINGS = ".oit-rebuild.yml"
_FIXED = {"OIT_GATE": "report", "OIT_REHEARSAL": "1", "OIT_BASE": "", "NO_MKDOCS_2_WARNING": "1"}
"""A site that is published passed its gate; the day is set, and nothing of it is published."""


def rebuilt(repository: str, site: PublishedSite, source: Source) -> Iterator[Discrepancy]:
    """What is published and is not what the commit of the index gives, pages first.

    Ends with status 2 where it cannot be built. Raises `HistoryError`.
    """
    commit, day = site.index.commit or "", day_of_build(site.index)
    if day is None or not COMMIT.fullmatch(commit):
        could_not_run(both("verify-command.no-commit"))
    with records_of(repository, commit) as records, tempfile.TemporaryDirectory() as name:
        is_own = holds_engine(records)
        folder = Path(name) / "site"
        _build(records, folder, day, commit)
        built = _digests(folder)
    yield from engine_remarks(site.index.generator, read_generator(), is_own=is_own)
    yield from compare_builds(built, _published(source, site, built))


def _build(records: Path, folder: Path, day: date, commit: str) -> None:
    """Build records by the installed engine, with settings that run nothing of theirs."""
    try:
        settings = repeated_settings((records / "mkdocs.yml").read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        could_not_run(both("verify-command.no-records"))
    except NotRepeatedError as error:
        could_not_run(both("verify-command.not-repeated", setting=str(error)))
    (records / _SETTINGS).write_text(json.dumps(settings), "utf-8")  # JSON is YAML, too
    # Isolated, so that no module is loaded from the folder of records.
    command = [sys.executable, "-I", "-X", "utf8", "-m", "mkdocs", "build", "--quiet"]
    options = ["--strict", "--config-file", _SETTINGS, "--site-dir", str(folder)]
    environment = {**os.environ, **_FIXED, "OIT_AS_OF": day.isoformat(), "OIT_COMMIT": commit}
    done = subprocess.run(
        [*command, *options], cwd=records, env=environment, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        could_not_run(both("verify-command.not-rebuilt", commit=commit))


def _digests(folder: Path) -> dict[str, str]:
    found = {}
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as stream:
                digest = file_digest(stream, "sha256").hexdigest()
            found[file.relative_to(folder).as_posix()] = digest
    return found


def _published(
    source: Source, site: PublishedSite, built: Mapping[str, str]
) -> dict[str, str | None]:
    """The hash of each file that was built, as it is published, and of those that are too many."""
    paths = sorted({*built, *source.names(), *site.checksums.hashes})
    return dict(zip(paths, parallel_map(lambda path: _digest(source, path), paths), strict=True))


def _digest(source: Source, path: str) -> str | None:
    response = source.fetch(quote(path))
    return sha256(response.data).hexdigest() if response.status == 200 else None
