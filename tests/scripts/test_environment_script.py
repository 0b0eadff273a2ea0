"""The set-up is complete or says in a sentence why not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import chromium
import environment
from support import ROOT


def test_the_lock_names_no_index_and_every_requirement_has_hashes() -> None:
    """One universal lock: where packages come from is the machine's own setting."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?://|--index|--find-links", text)
    requirements = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert requirements
    assert all("==" in line and line.endswith("\\") for line in requirements)
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_building_needs_no_test_tools() -> None:
    """The first section is enough for a site, the second adds to it."""
    build, test = environment.lock_sections((ROOT / "requirements.lock").read_text("utf-8"))
    assert "mkdocs-material==" in build
    assert "playwright==" not in build
    assert "playwright==" in test
    assert "mkdocs-material==" not in test


def test_a_python_without_ensurepip_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install, Thai first."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(environment.SetupError, match="python3-venv") as raised:
        environment._create()
    assert str(raised.value).startswith("Python ของเครื่องนี้")


def test_a_failed_installation_leaves_no_stamp(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """So that the next run tries again."""
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_works", lambda: True)
    monkeypatch.setattr(environment, "venv_python", lambda: Path(sys.executable))

    def failing(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1)

    monkeypatch.setattr("subprocess.run", failing)
    with pytest.raises(environment.SetupError, match="อินเทอร์เน็ต"):
        environment.prepare(with_tests=False)
    assert not list(tmp_path.glob("*.stamp"))


def test_a_complete_environment_is_not_installed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A stamp of the same lock, settings, interpreter and folder is enough."""
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "venv_python", lambda: Path(sys.executable))
    (tmp_path / "oit-test.stamp").write_text(environment._fingerprint(), "utf-8")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("no installer is called")

    monkeypatch.setattr("subprocess.run", never)
    assert environment.prepare(with_tests=False) == Path(sys.executable)


def test_the_scripts_need_nothing_but_the_standard_library() -> None:
    """They run before anything is installed."""
    for path in sorted((ROOT / "scripts").glob("*.py")):
        imported = re.findall(r"^(?:from|import) (\w+)", path.read_text("utf-8"), re.M)
        own = {script.stem for script in path.parent.glob("*.py")}
        assert set(imported) <= set(sys.stdlib_module_names) | own, path.name


def test_a_named_chromium_must_exist(tmp_path: Path) -> None:
    """A wrong OIT_CHROMIUM is not passed over in silence."""
    browser = tmp_path / "chromium"
    assert chromium.find_chromium({"OIT_CHROMIUM": str(browser)}) is None
    browser.touch()
    assert chromium.find_chromium({"OIT_CHROMIUM": str(browser)}) == str(browser)


def test_a_machine_without_chromium_is_told_so() -> None:
    """Status 2 and a sentence, never a silent skip."""
    program = (
        "import sys; sys.path.insert(0, 'scripts')\n"
        "import test, chromium\n"
        "test.start = lambda **_: sys.executable\n"
        "test.find_chromium = lambda: None\n"
        "test.install_chromium = lambda python: None\n"
        "sys.exit(test.main())"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "OIT_CHROMIUM" in done.stderr
