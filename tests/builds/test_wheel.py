"""The wheel by itself is the whole engine: another office needs nothing else of this repository."""

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
from maintain.wheel import build_wheel

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
    return build_wheel(tmp_path_factory.mktemp("wheel"))


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
    replace("mkdocs.yml", f"hooks:\n{hook}", "")(site)
    replace("mkdocs.yml", "      lang: en\n", "      lang: en\n  - oit\n")(site)
    modules = python(BUILD, unpacked, site, OIT_CACHE=str(tmp_path / "cache"), **DAY).split()
    assert str(unpacked / "oit/mkdocs_plugin.py") in modules
    assert all(Path(module).is_relative_to(unpacked) for module in modules)
    found = tree(site / "site")
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []


def test_the_wheel_holds_every_file_of_the_engine_and_nothing_else(wheel: Path) -> None:
    """With the bytes that they have here; caches of Python stay behind."""
    files = {f"oit/{path}": data for path, data in tree(ROOT / "hooks/oit").items()}
    engine = {path: data for path, data in files.items() if "__pycache__" not in path}
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-" not in name}
    assert held.keys() == engine.keys()
    assert [path for path in engine if held[path] != engine[path]] == []
    assert {"oit/py.typed", "oit/theme/main.html", "oit/theme/admin/decap-cms.js"} <= held.keys()


def test_the_plugin_and_the_command_are_found_by_metadata(unpacked: Path, tmp_path: Path) -> None:
    """As MkDocs and installers look for them."""
    found: dict[str, Any] = json.loads(python(METADATA, unpacked, tmp_path))
    assert found["plugin"] == "oit.mkdocs_plugin:OitPlugin"
    assert found["command"] == "oit.commands.cli:main"
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
    assert "plugins: [search, oit]" in file.read_text("utf-8")
    assert "krabang" not in file.read_text("utf-8").lower()


def test_the_same_files_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """On another day, with another umask, into another folder: an office pins it by its hash."""
    before = os.umask(0o077)
    try:
        again = build_wheel(tmp_path / "new/folder")
    finally:
        os.umask(before)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_a_build_leaves_nothing_behind(wheel: Path) -> None:
    """No folder of setuptools in the tree, and beside the wheel no other file."""
    assert [path.name for path in wheel.parent.iterdir()] == [wheel.name]
    assert not (ROOT / "build").exists()
