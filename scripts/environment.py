"""Sets up `.venv`: the one thing every other script needs first. Standard library alone.

The environment is complete or it is not there: a stamp is written last, and a run that finds it
unchanged calls no installer.
"""

from __future__ import annotations  # an older Python is told so, not shown a traceback

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
TEST_MARKER = "# --- what testing adds ---"
COULD_NOT_RUN = 2

_WINDOWS = os.name == "nt"


class SetupError(Exception):
    """The environment cannot be made; the text says why and what to do, Thai first."""


def venv_python() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if _WINDOWS else "bin/python")


def lock_sections(text: str) -> tuple[str, str]:
    """What building needs, and what testing adds, of the text of a lock."""
    build, _, test = text.partition(TEST_MARKER)
    return build, test


def prepare(*, with_tests: bool) -> Path:
    """Make `.venv` complete and give its interpreter. Raises `SetupError`."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever has an older one is told so
        raise SetupError(
            f"ต้องใช้ Python 3.11 ขึ้นไป เครื่องนี้เป็น {sys.version.split()[0]} โปรดติดตั้งรุ่นใหม่\n"
            "[EN] Python 3.11 or newer is needed."
        )
    wanted = "test" if with_tests else "build"
    if _stamped("test") or _stamped(wanted):
        return venv_python()
    if not _works():
        _create()
    _install(with_tests=with_tests)
    _stamp_file(wanted).write_text(_fingerprint(), "utf-8")
    return venv_python()


def _fingerprint() -> str:
    """Changes with the lock, the project's own settings, the interpreter and the folder."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts += [sys.version.encode(), str(VENV).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp_file(section: str) -> Path:
    return VENV / f"oit-{section}.stamp"


def _stamped(section: str) -> bool:
    stamp = _stamp_file(section)
    return (
        venv_python().is_file() and stamp.is_file() and stamp.read_text("utf-8") == _fingerprint()
    )


def _works() -> bool:
    """Whether `.venv` has an interpreter of this version that runs where it stands."""
    program = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    try:
        done = subprocess.run(
            [str(venv_python()), "-c", program], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    major, minor, prefix = done.stdout.strip().split(" ", 2)
    same_version = (int(major), int(minor)) == sys.version_info[:2]
    return same_version and Path(prefix).resolve() == VENV.resolve()


def _create() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetupError(
            "Python ของเครื่องนี้ไม่มีส่วนประกอบสำหรับสร้างสภาพแวดล้อม (ensurepip) "
            "โปรดติดตั้งก่อน เช่น บน Debian หรือ Ubuntu: sudo apt install python3-venv\n"
            "[EN] This Python lacks ensurepip; on Debian or Ubuntu: sudo apt install python3-venv"
        )
    if VENV.exists():
        shutil.rmtree(VENV)
    print("กำลังเตรียมสภาพแวดล้อมครั้งแรก โปรดรอสักครู่ (setting up .venv)", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        raise SetupError(
            f"สร้างโฟลเดอร์ {VENV.name} ไม่สำเร็จ โปรดตรวจสอบพื้นที่ว่างและสิทธิ์ของโฟลเดอร์\n"
            f"[EN] Could not create {VENV.name}; check free space and permissions."
        )


def _install(*, with_tests: bool) -> None:
    build, test = lock_sections(LOCK.read_text("utf-8"))
    wanted = VENV / "oit-requirements.txt"
    wanted.write_text(build + (test if with_tests else ""), "utf-8")
    _pip("--require-hashes", "--no-deps", "--requirement", str(wanted))
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _pip(*arguments: str) -> None:
    command = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, *arguments], check=False).returncode:
        raise SetupError(
            "ติดตั้งส่วนประกอบไม่สำเร็จ โปรดตรวจสอบการเชื่อมต่ออินเทอร์เน็ตแล้วเรียกคำสั่งเดิมอีกครั้ง\n"
            "[EN] Installing failed; check the network and run the same command again."
        )


def start(*, with_tests: bool) -> str:
    """The interpreter that `prepare` gives; or say why not and leave with status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return str(prepare(with_tests=with_tests))
    except SetupError as error:
        print(error, file=sys.stderr)
        sys.exit(COULD_NOT_RUN)


def variables(**added: str) -> dict[str, str]:
    """The variables that a tool of `.venv` runs with; what is set already wins over `added`."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**quiet, **added, **os.environ}
