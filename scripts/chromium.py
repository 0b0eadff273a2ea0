"""Finds a Chromium for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
NOT_FOUND = (
    "ไม่พบโปรแกรม Chromium สำหรับทดสอบหน้าเว็บ และติดตั้งให้โดยอัตโนมัติไม่ได้ "
    "โปรดติดตั้ง Chromium หรือ Chrome หรือระบุที่อยู่ในตัวแปร OIT_CHROMIUM\n"
    "[EN] No Chromium was found and none could be installed; install one, or set OIT_CHROMIUM."
)


def find_chromium(variables: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: the one named by OIT_CHROMIUM, on PATH, or in the usual places."""
    if named := variables.get("OIT_CHROMIUM"):
        return named if Path(named).is_file() else None
    on_path = (shutil.which(name, path=variables.get("PATH")) for name in _NAMES)
    in_place = (place for place in _PLACES if Path(place).is_file())
    return next(filter(None, (*on_path, *in_place)), None)


def install_chromium(python: str) -> str | None:
    """Install one with Debian's packages (as root) or Playwright, and give its path."""
    print("กำลังติดตั้ง Chromium สำหรับทดสอบ (installing Chromium)", flush=True)
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            apt = ["apt-get", *command]
            subprocess.run(apt, env=quiet, check=False, stdout=subprocess.DEVNULL)
        if found := find_chromium():
            return found
    subprocess.run([python, "-m", "playwright", "install", "chromium"], check=False)
    return _of_playwright(python)


def _of_playwright(python: str) -> str | None:
    program = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    return path if path and Path(path).is_file() else None
