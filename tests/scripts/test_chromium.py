"""The browser tests have a Chromium, or a sentence says why not; they are never skipped."""

import sys
from pathlib import Path

import pytest

import test as test_script
from setup import chromium, environment


def _program(path: Path, status: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {status}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with nothing but the folder `bin` on its PATH."""
    monkeypatch.delenv("OIT_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(chromium, "_PLACES", ())
    monkeypatch.setattr(chromium, "_of_playwright", lambda _: None)
    monkeypatch.setattr(chromium, "_install", lambda _: None)
    return tmp_path / "bin"


def test_the_named_one_is_used_before_any_other(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OIT_CHROMIUM wins over PATH."""
    _program(bare / "chromium", 0)
    named = _program(bare.parent / "mine", 0)
    monkeypatch.setenv("OIT_CHROMIUM", str(named))
    assert chromium.chromium_for("python") == str(named)


def test_a_wrongly_named_one_is_a_fault_even_where_there_is_another(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is given another browser than the one asked for."""
    _program(bare / "chromium", 0)
    monkeypatch.setenv("OIT_CHROMIUM", str(bare / "absent"))
    with pytest.raises(environment.SetupError, match="OIT_CHROMIUM ระบุ"):
        chromium.chromium_for("python")


@pytest.mark.skipif(sys.platform == "win32", reason="programs there are not shell scripts")
@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "msedge"])
def test_one_on_path_is_found_under_any_of_its_names(bare: Path, name: str) -> None:
    """Systems name it differently."""
    program = _program(bare / name, 0)
    assert chromium.chromium_for("python") == str(program)


@pytest.mark.skipif(sys.platform == "win32", reason="programs there are not started to look")
def test_one_that_does_not_start_is_passed_over(bare: Path) -> None:
    """Ubuntu's `chromium-browser` may be only a note that asks for another package."""
    _program(bare / "chromium", 1)
    working = _program(bare / "google-chrome", 0)
    assert chromium.chromium_for("python") == str(working)


def test_the_usual_places_of_a_system_are_looked_in(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On macOS and Windows it is not on PATH."""
    program = _program(bare.parent / "Applications" / "Chrome", 0)
    monkeypatch.setattr(chromium, "_PLACES", (str(program),))
    assert chromium.chromium_for("python") == str(program)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("source", ["_of_playwright", "_install"])
def test_playwrights_own_or_an_installed_one_will_do(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has none."""
    monkeypatch.setattr(chromium, source, lambda _: "/found")
    assert chromium.chromium_for("python") == "/found"


@pytest.mark.usefixtures("bare")
def test_where_none_can_be_had_the_tests_do_not_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2 and a sentence, never a silent skip."""
    monkeypatch.setattr(test_script, "environment_for_testing", lambda: sys.executable)
    monkeypatch.setattr(test_script, "run_module", lambda *_: pytest.fail("nothing runs"))
    with pytest.raises(SystemExit) as raised:
        test_script.main()
    assert raised.value.code == environment.COULD_NOT_RUN == 2
    assert capsys.readouterr().err.startswith("ไม่พบโปรแกรม Chromium")
