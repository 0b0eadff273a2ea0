"""The wheel by itself is the whole engine: another office needs nothing else of this repository."""

import base64
import csv
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from helpers.builds import built
from helpers.commands import run_process
from helpers.support import ROOT, copy_site, replace, tree
from oit.system import engine

DAY = {"OIT_AS_OF": "2025-04-30"}
BUILD = """
import sys
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet"], standalone_mode=False)
engine = [module for name, module in sys.modules.items() if name.partition(".")[0] == "oit"]
print(*(module.__file__ for module in engine), sep="\\n")
"""
"""Builds, then tells where each module of the engine came from."""
METADATA = """
import json
from importlib.metadata import distribution, entry_points
(plugin,) = entry_points(group="mkdocs.plugins", name="oit")
(command,) = entry_points(group="console_scripts", name="oit")
place = distribution("oit").locate_file("")
print(json.dumps({"plugin": plugin.value, "command": command.value, "place": str(place)}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as a wheel."""
    built = engine.wheel()
    file = tmp_path_factory.mktemp("wheel") / built.name
    file.write_bytes(built.data)
    return file


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what an installer puts into `site-packages`."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def python(program: str, unpacked: Path, cwd: Path, **variables: str) -> str:
    """What a program prints that finds the engine in a folder, before this environment's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OIT_")}
    given = {"PYTHONPATH": str(unpacked), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=cwd,
        env={**kept, **given, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_wheel_alone_builds_what_the_hook_builds(unpacked: Path, tmp_path: Path) -> None:
    """An office that names the plugin, with no hook and no theme of its own: the same bytes."""
    expected = tree(built(copy_site("current", tmp_path), **DAY))
    site = copy_site("current", tmp_path / "office")
    hook = f"  - {ROOT}/hooks/publish.py\n"
    replace("mkdocs.yml", f"hooks:\n{hook}", "plugins:\n  - oit\n")(site)
    modules = python(BUILD, unpacked, site, OIT_CACHE=str(tmp_path / "cache"), **DAY).split()
    assert str(unpacked / "oit/mkdocs_plugin/events.py") in modules
    assert all(Path(module).is_relative_to(unpacked) for module in modules)
    found = tree(site / "site")
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []


def test_the_wheel_holds_the_engine_the_frame_of_an_office_and_nothing_else(wheel: Path) -> None:
    """With the bytes that they have here; caches of Python stay behind."""
    files = {f"oit/{path}": data for path, data in tree(ROOT / "hooks/oit").items()}
    package = {path: data for path, data in files.items() if "__pycache__" not in path}
    frame = {f"oit/frame/{path}": (ROOT / path).read_bytes() for path in engine.FRAME_FILES}
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-" not in name}
    assert held.keys() == package.keys() | frame.keys()
    assert [path for path, data in {**package, **frame}.items() if held[path] != data] == []
    assert {"oit/py.typed", "oit/theme/main.html", "oit/theme/admin/decap-cms.js"} <= held.keys()


def test_the_list_of_files_has_the_hash_of_each(wheel: Path) -> None:
    """By which an installer finds that a file was changed on its way."""
    with zipfile.ZipFile(wheel) as archive:
        (record,) = (name for name in archive.namelist() if name.endswith("/RECORD"))
        rows = list(csv.reader(archive.read(record).decode().splitlines()))
        assert [name for name, *_ in rows] == archive.namelist()
        for name, digest, size in rows[:-1]:
            data = archive.read(name)
            found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            assert (digest, size) == (f"sha256={found}", str(len(data)))
    assert rows[-1] == [record, "", ""]


def test_an_installed_wheel_makes_the_same_wheel_again(wheel: Path, unpacked: Path) -> None:
    """So `oit init` needs no file but what an installer left."""
    program = "import sys; from oit.system.engine import wheel; print(wheel().name, wheel().sha256)"
    found = python(program, unpacked, unpacked).split()
    assert found == [wheel.name, hashlib.sha256(wheel.read_bytes()).hexdigest()]


def test_the_plugin_and_the_command_are_found_by_metadata(unpacked: Path, tmp_path: Path) -> None:
    """As MkDocs and installers look for them."""
    found: dict[str, Any] = json.loads(python(METADATA, unpacked, tmp_path))
    assert found["plugin"] == "oit.mkdocs_plugin:OitPlugin"
    assert found["command"] == "oit.commands.start:main"
    assert Path(found["place"]) == unpacked


def test_the_command_of_the_wheel_tells_its_version(unpacked: Path, tmp_path: Path) -> None:
    """The number that an office reports."""
    done = run_process("oit", "--version", cwd=tmp_path, PYTHONPATH=str(unpacked))
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    assert done.stdout == f"oit {message_from_bytes(metadata.read_bytes())['Version']}\n"


def test_the_metadata_tells_of_the_engine_and_of_no_office(unpacked: Path) -> None:
    """Who made it, what it is, how it is used: an index shows that to people."""
    (file,) = unpacked.glob("*.dist-info/METADATA")
    told = message_from_bytes(file.read_bytes())
    assert told["Author"] == "the oit maintainers"
    assert told["License-Expression"] == "MIT"
    assert told["Description-Content-Type"] == "text/markdown"
    assert told["Keywords"]
    assert "Typing :: Typed" in (told.get_all("Classifier") or [])
    assert "plugins: [oit]" in file.read_text("utf-8")


def test_the_program_for_maintainers_writes_the_wheel_and_nothing_else(
    wheel: Path, tmp_path: Path
) -> None:
    """With another umask, into a folder that is not there yet; it tells the hash to pin."""
    out = tmp_path / "new/folder"
    command = [sys.executable, "-m", "maintain.wheel", "--out", str(out)]
    path = os.pathsep.join([str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")])
    before = os.umask(0o077)
    try:
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    finally:
        os.umask(before)
    assert tree(out) == {wheel.name: wheel.read_bytes()}
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert done.stdout == f"{out / wheel.name}\nsha256:{digest}\n"
