"""The files of a new office's repository, and the lock by which it pins one engine.

Pure: what is written is decided here, `oit init` and `oit upgrade` write it.
"""

import json
import re
from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from oit.editing.editor_schemas import editor_schemas

LOCK = "requirements.lock"
VENDOR = "vendor"
TESTING = "# --- what testing adds ---"
"""The line of this project's lock below which an office needs nothing."""
_PINNED = "# The engine itself, by its hash: `oit upgrade` replaces it."
_PIN = re.compile(
    r"^\./vendor/(?P<name>oit-(?P<version>[\w.]+)-[\w.-]+\.whl) "
    r"--hash=sha256:(?P<sha256>[0-9a-f]{64})$",
    re.MULTILINE,
)
_GENERATED: Mapping[str, str] = {
    ".gitattributes": "gitattributes",
    ".github/dependabot.yml": "dependabot.yml",
    ".gitignore": "gitignore",
    "hooks/publish.py": "publish.py.jinja",
    "scripts/test.py": "test.py.jinja",
    "tests/test_office.py": "test_office.py.jinja",
}
"""Files that an upgrade writes again, and the template that each is made from."""
_WRITTEN: Mapping[str, str] = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "oit_items/divisions.yml": "divisions.yml",
}
"""Files that belong to the office once they are there."""


class NewOffice(Struct, frozen=True):
    """Who an office is, and the fiscal year (B.E.) that it begins with."""

    id: str
    name_th: str
    name_en: str
    fiscal_year: int


class Engine(Struct, frozen=True):
    """What an office takes from the engine: the frame by path, and its wheel."""

    frame: Mapping[str, bytes]
    wheel_name: str
    wheel: bytes
    wheel_sha256: str


def office_files(office: NewOffice, engine: Engine) -> dict[str, bytes]:
    """All files by path from the root, but those of the round and `CODEOWNERS`."""
    templates = _templates()
    values = {"office": office, "fiscal_year": office.fiscal_year}
    written = {
        path: templates.get_template(name).render(values).encode()
        for path, name in _WRITTEN.items()
    }
    kept = {"docs/.gitkeep": b"", "oit_items/exceptions.yml": b"exceptions: []\n"}
    return {**written, **kept, **generated_files(engine)}


def generated_files(engine: Engine) -> dict[str, bytes]:
    """The files that nobody edits by hand: the same for every office that has this engine."""
    templates = _templates()
    made = {
        path: templates.get_template(name).render().encode() for path, name in _GENERATED.items()
    }
    vendored = {f"{VENDOR}/{engine.wheel_name}": engine.wheel}
    return {**engine.frame, **made, **editor_schemas(), **vendored, LOCK: _lock(engine)}


class PinnedWheel(Struct, frozen=True):
    """The engine that a lock names: the file under `vendor/`, and the hash that it must have."""

    name: str
    version: str
    sha256: str


def pinned_wheel(lock: str) -> PinnedWheel | None:
    """The engine in the text of an office's lock; `None` where it names none."""
    match = _PIN.search(lock)
    return PinnedWheel(match["name"], match["version"], match["sha256"]) if match else None


def _lock(engine: Engine) -> bytes:
    """The lock of the engine's dependencies, and the engine."""
    building, _, _ = engine.frame[LOCK].decode().partition(TESTING)
    pin = f"./{VENDOR}/{engine.wheel_name} --hash=sha256:{engine.wheel_sha256}"
    return f"{building.rstrip()}\n\n{_PINNED}\n{pin}\n".encode()


def _templates() -> Environment:
    """Templates of YAML, Markdown and Python, where nothing is escaped as HTML."""
    environment = Environment(  # noqa: S701 -- no HTML is made here
        loader=PackageLoader("oit", "templates/office"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    # JSON is YAML: a name of any text stays one value.
    environment.filters["value"] = lambda text: json.dumps(text, ensure_ascii=False)
    return environment
