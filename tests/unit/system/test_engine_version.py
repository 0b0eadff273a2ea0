"""The version by which a cache knows its entries."""

from contextvars import ContextVar
from pathlib import Path

import pytest

from helpers.caches import cache_in
from oit.system import engine_version as module
from oit.system.cache import know_engine


def test_every_file_of_the_engine_is_part_of_its_version() -> None:
    """Code, words of the catalogue, lists that are read, templates and styles."""
    names = {Path(file.path).name for file in module.engine_files()}
    assert {"inspect.py", "words.yml", "thai_pairs.json", "rules.ftl", "main.html"} <= names
    assert not any(name.endswith(".pyc") for name in names)


def test_the_version_is_found_out_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many entries are asked for: it costs more than reading a small file."""
    first = module.engine_version()
    monkeypatch.setattr(module, "engine_files", None)
    assert module.engine_version() == first


def test_another_file_or_package_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an upgrade of either would compute differently is not taken from before."""
    monkeypatch.setattr(module, "_PACKAGE", str(tmp_path))
    versions = set()
    for data in (b"1", b"2"):
        (tmp_path / "a.py").write_bytes(data)
        versions.add(module.engine_version.__wrapped__())
    monkeypatch.setattr(module, "installed_packages", lambda: ["other-1.dist-info"])
    versions.add(module.engine_version.__wrapped__())
    assert len(versions) == 3


def test_the_same_engine_elsewhere_is_the_same_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are known by their path within the package, not by where it is installed."""
    versions = set()
    for name in ("here", "somewhere/else"):
        file = tmp_path / name / "room" / "a.py"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"1")
        monkeypatch.setattr(module, "_PACKAGE", str(tmp_path / name))
        versions.add(module.engine_version.__wrapped__())
    assert len(versions) == 1


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of one file; nothing of it is known in this process."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "a.py").write_bytes(b"1")
    monkeypatch.setattr(module, "_PACKAGE", str(package))
    monkeypatch.setattr(module, "_TAKEN", ContextVar("taken", default=None))
    monkeypatch.setattr(module, "_SETTLED_AFTER", -(10**18))
    monkeypatch.setattr("oit.system.cache.engine_version", module.engine_version.__wrapped__)
    monkeypatch.setattr("oit.system.cache.engine_look", module.engine_look.__wrapped__)
    return package


def test_a_version_is_taken_from_before_where_no_file_looks_otherwise(
    package: Path, tmp_path: Path
) -> None:
    """It is the one that the bytes have; a file that changed is read."""
    cache, by_bytes = cache_in(tmp_path / "cache"), module.engine_version.__wrapped__
    first = by_bytes()
    know_engine(cache)
    assert module._TAKEN.get() is None, "nothing was known"
    know_engine(cache)
    assert module._TAKEN.get() == first
    module.take_version("")
    (package / "a.py").write_bytes(b"2")
    know_engine(cache)
    assert by_bytes() != first


@pytest.mark.usefixtures("package")
def test_what_was_only_just_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could change again, and look the same."""
    monkeypatch.setattr(module, "_SETTLED_AFTER", 10**18)
    know_engine(cache_in(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_the_engine_is_looked_at_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the answer from before, for the version, and for the answer that is kept."""
    first = module.engine_look()
    monkeypatch.setattr(module, "engine_files", None)
    assert module.engine_look() == first


def test_another_file_or_package_is_another_look(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sizes and times tell; of a link they tell nothing, so it has none."""
    look = module.engine_look.__wrapped__
    looks = {look()}
    (package / "a.py").write_bytes(b"22")
    looks.add(look())
    (package / "b.py").write_bytes(b"1")
    looks.add(look())
    monkeypatch.setattr(module, "installed_packages", lambda: ["other-1.dist-info"])
    looks.add(look())
    assert len(looks) == 4
    (package / "c.py").symlink_to(package / "a.py")
    assert look() is None
