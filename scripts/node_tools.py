"""What `--full` adds: checkers that need Node and Java, put into `.tools` in the exact version."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from environment import ROOT

TOOLS = ROOT / ".tools"
PACKAGES = {
    "vnu-jar": "26.9.27",  # the Nu Html Checker of the W3C
    "lighthouse": "12.8.2",  # accessibility, best practices, performance as a phone sees them
    "decap-server": "3.11.3",  # where the form at admin/ saves on the machine of whoever learns it
}


def absent_programs() -> list[str]:
    """The programs that are not on this machine, of those that are needed."""
    return [name for name in ("node", "npm", "java") if not shutil.which(name)]


def install() -> Path | None:
    """The folder with the checkers; `None` where they cannot be had, and then it says why."""
    if absent := absent_programs():
        _say_skipped(f"{', '.join(absent)} is not there")
        return None
    if not _is_complete():
        wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
        TOOLS.mkdir(exist_ok=True)
        command = ["npm", "install", "--no-save", "--no-fund", "--no-audit", "--silent", *wanted]
        program = str(shutil.which(command[0]))
        if subprocess.run([program, *command[1:]], cwd=TOOLS, check=False).returncode:
            _say_skipped("the registry of npm cannot be reached")
            return None
    return TOOLS / "node_modules"


def chromium_environment(chromium: str) -> dict[str, str]:
    """What Lighthouse has to know to find the browser."""
    return {**os.environ, "CHROME_PATH": chromium}


def _is_complete() -> bool:
    return all(_version(name) == version for name, version in PACKAGES.items())


def _version(name: str) -> str | None:
    description = TOOLS / "node_modules" / name / "package.json"
    if not description.is_file():
        return None
    return str(json.loads(description.read_text("utf-8"))["version"])


def _say_skipped(why: str) -> None:
    print(
        "--full: ข้ามการตรวจด้วย Nu Html Checker, Lighthouse และแบบฟอร์ม เพราะเครื่องนี้ยังขาดสิ่งที่ต้องใช้\n"
        f"[EN] The Nu Html Checker, Lighthouse and the form were NOT run: {why}."
    )
