"""LibreOffice is asked within bounds, and nothing of it stays."""

import sys
from pathlib import Path

import pytest

from oit.system.office_program import saved_as

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a program is made of a script")


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    file = tmp_path / "soffice"
    file.write_text(
        f"#!{sys.executable}\nimport os, pathlib, sys, time\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"{does}\n"
    )
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_without_the_program_there_is_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not of the engine; an office may have it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert saved_as(b"x", "xls", "xlsx") is None


def test_a_program_that_stalls_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time, with all that it started."""
    program(tmp_path, monkeypatch, "time.sleep(600)")
    assert saved_as(b"x", "xls", "xlsx", seconds=0.2) is None


def test_a_program_that_fails_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A password, a broken file."""
    program(tmp_path, monkeypatch, "sys.exit(1)")
    assert saved_as(b"x", "xls", "xlsx") is None


def test_it_has_a_profile_of_its_own_without_macros_and_no_variable_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No macro runs, no link is followed, and no token is handed on."""
    monkeypatch.setenv("SECRET_TOKEN", "x")
    does = (
        "profile = next(a for a in sys.argv if 'UserInstallation' in a).partition('file://')[2]\n"
        "settings = pathlib.Path(profile, 'user/registrymodifications.xcu').read_text()\n"
        "out.mkdir()\n"
        "told = settings + ' '.join(os.environ) + os.environ['http_proxy']\n"
        "(out / 'file.xlsx').write_text(told)"
    )
    program(tmp_path, monkeypatch, does)
    told = (saved_as(b"x", "xls", "xlsx") or b"").decode()
    assert "DisableMacrosExecution" in told
    assert "BlockUntrustedRefererLinks" in told
    assert "127.0.0.1:9" in told
    assert "SECRET_TOKEN" not in told
