"""The version by which a cache knows its entries."""

from pathlib import Path

import pytest

from oit.system import engine_version as module


def test_every_file_of_the_engine_is_part_of_its_version() -> None:
    """Code, words of the catalogue, lists that are read, templates and styles."""
    names = {file.name for file in module.engine_files()}
    assert {"inspect.py", "words.yml", "thai_pairs.json", "rules.ftl", "main.html"} <= names
    assert not any(file.suffix == ".pyc" for file in module.engine_files())


def test_the_version_is_found_out_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many entries are asked for: it costs more than reading a small file."""
    first = module.engine_version()
    monkeypatch.setattr(module, "engine_files", None)
    assert module.engine_version() == first


def test_another_file_or_package_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an upgrade of either would compute differently is not taken from before."""
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    versions = set()
    for data in (b"1", b"2"):
        (tmp_path / "a.py").write_bytes(data)
        versions.add(module.engine_version.__wrapped__())
    monkeypatch.setattr(module, "installed_packages", lambda: ["other-1.dist-info"])
    versions.add(module.engine_version.__wrapped__())
    assert len(versions) == 3
