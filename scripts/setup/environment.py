"""Sets up `.venv`: the one thing every other script needs first. Standard library alone.

The lock has two sections. Each is installed completely or not at all: its stamp is filled in last,
and a run that finds the stamp unchanged calls no installer. The repository of the engine installs
it from its own files; the lock of an office names the wheel under `vendor/`, and has one section.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from setup.one_at_a_time import one_at_a_time
from setup.words import beside, both

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = (ROOT / "pyproject.toml", ROOT / "hooks/README.md")
"""What the installed engine tells of itself; only the repository of the engine has these files."""
TEST_MARKER = "# --- what testing adds ---"
BUILDING = ("build",)
TESTING = ("build", "test")
"""The sections of the lock that each needs."""
COULD_NOT_RUN = 2
INTERRUPTED = 130

_SETUP_LOCK = ".oit-setup"
"""Beside `.venv`, which may be emptied meanwhile."""
_CLEANING_UP = 10
"""Seconds that a program has after Ctrl-C."""
_WINDOWS = os.name == "nt"


class SetupError(Exception):
    """Something that must be there first cannot be had; the text says what to do, Thai first."""


def venv_python() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if _WINDOWS else "bin/python")


def lock_sections(text: str) -> dict[str, str]:
    """What building needs, and what testing adds, of the text of a lock."""
    build, _, test = text.partition(TEST_MARKER)
    return {"build": build, "test": test}


def prepare(wanted: Sequence[str]) -> Path:
    """Install wanted sections of the lock and give `.venv`'s interpreter. Raises `SetupError`.

    Of two that find it incomplete at once, one installs, and the other waits and finds it complete.
    """
    sections = lock_sections(LOCK.read_text("utf-8"))
    if _missing(wanted, sections):
        with one_at_a_time(VENV.with_name(_SETUP_LOCK)):
            _complete(wanted, sections)
    return venv_python()


def _missing(wanted: Sequence[str], sections: Mapping[str, str]) -> Sequence[str]:
    return [name for name in wanted if not _stamped(name, sections[name])]


def _complete(wanted: Sequence[str], sections: Mapping[str, str]) -> None:
    missing = _missing(wanted, sections)
    if missing and not _works():
        _create()
        missing = wanted
    for name in missing:
        _install(name, sections[name])


def _fingerprint(section: str) -> str:
    """Changes with the section, the project's own settings, the interpreter and the place."""
    settings = [file.read_text("utf-8") for file in PROJECT if file.is_file()]
    parts = "\0".join([section, *settings, sys.version, str(VENV)])
    return hashlib.sha256(parts.encode()).hexdigest()


def _stamp(name: str) -> Path:
    return VENV / f"oit-{name}.stamp"


def _stamped(name: str, section: str) -> bool:
    stamp = _stamp(name)
    found = venv_python().is_file() and stamp.is_file()
    return found and stamp.read_text("utf-8") == _fingerprint(section)


def _works() -> bool:
    """Whether `.venv` was made where it stands, and its interpreter is of this version and runs."""
    program = "import sys, pip; print(*sys.version_info[:2])"
    command = [str(venv_python()), "-c", program]
    try:
        made_by = (VENV / "pyvenv.cfg").read_text("utf-8")
        version = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    in_place = f" {VENV}\n" in made_by + "\n"  # its last line repeats the command that made it
    return in_place and version.split() == [str(part) for part in sys.version_info[:2]]


def _create() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetupError(both("setup.no-ensurepip"))
    print(beside("setup.first-time"), flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False).returncode:
        raise SetupError(both("setup.not-created", folder=VENV.name))


def _install(name: str, section: str) -> None:
    """Install a section of the lock, and with the first one the engine, where it is here."""
    stamp, wanted = _stamp(name), VENV / f"oit-{name}.txt"
    # An empty stamp is left by a run that broke off: what pip had begun is then not trusted.
    repair = ["--ignore-installed"] if stamp.is_file() and not stamp.read_bytes() else []
    stamp.write_bytes(b"")
    wanted.write_text(section, "utf-8")
    _pip("--require-hashes", "--no-deps", *repair, "--requirement", str(wanted))
    if name == "build" and PROJECT[0].is_file():
        _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(_fingerprint(section), "utf-8")


def _pip(*arguments: str) -> None:
    _check_vendored()
    command = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # In the root: the lock names the wheel by its path from there.
    if subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode:
        raise SetupError(both("setup.not-installed"))


def _check_vendored() -> None:
    """The wheel that the lock of an office names is there, or an upgrade has broken off."""
    lock = LOCK.read_text("utf-8").splitlines()
    for wheel in (line.split()[0] for line in lock if line.startswith("./vendor/")):
        if not (ROOT / wheel).is_file():
            raise SetupError(both("setup.no-wheel", wheel=wheel, lock=LOCK.name))


def environment_for_building() -> str:
    """The interpreter of a `.venv` that can build; or say why there is none and exit with 2."""
    return _environment_with(BUILDING)


def environment_for_testing() -> str:
    """The interpreter of a `.venv` that can build and test; or say why not and exit with 2."""
    return _environment_with(TESTING)


def _environment_with(wanted: Sequence[str]) -> str:
    print_as_utf8()
    try:
        return str(prepare(wanted))
    except SetupError as error:
        leave(error)
    except OSError as error:
        leave(SetupError(both("setup.not-set-up", file=error.filename, why=error.strerror)))
    except KeyboardInterrupt:
        print(beside("setup.interrupted"), file=sys.stderr)
        sys.exit(INTERRUPTED)


def print_as_utf8() -> None:
    """Let the console show Thai: that of Windows may expect another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def leave(error: SetupError) -> NoReturn:
    """Say what is missing and exit with status 2."""
    print(error, file=sys.stderr)
    sys.exit(COULD_NOT_RUN)


def variables(**added: str) -> dict[str, str]:
    """The variables that a tool of `.venv` runs with; what is set already wins over `added`."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**quiet, **added, **os.environ}


def run_module(python: str, *arguments: str, **added: str) -> int:
    """Run a module of `.venv` in the project's folder. Gives its exit status."""
    return run_command([python, "-m", *arguments], variables(**added))


def run_command(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a program in the project's folder. Gives its exit status, or `INTERRUPTED`."""
    with subprocess.Popen(command, cwd=ROOT, env=environment) as program:
        try:
            return program.wait()
        except KeyboardInterrupt:
            return _after_interrupt(program)


def _after_interrupt(program: subprocess.Popen[bytes]) -> int:
    """Wait for a program that may be deleting what it made; Ctrl-C has reached it as well.

    0 where it takes Ctrl-C as the way to leave it. A second Ctrl-C ends it at once.
    """
    try:
        return INTERRUPTED if program.wait(_CLEANING_UP) else 0
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        program.kill()
        return INTERRUPTED
