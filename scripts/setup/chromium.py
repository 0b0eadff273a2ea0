"""Finds a Chromium for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup.environment import SetupError, leave
from setup.words import beside, both

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
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def chromium_or_exit(python: str) -> str:
    """The path of a Chromium; or say why there is none and exit with status 2."""
    try:
        return chromium_for(python)
    except SetupError as error:
        leave(error)


def chromium_for(python: str) -> str:
    """The path of a Chromium, installed if need be. Raises `SetupError` where none can be had."""
    if named := os.environ.get("OIT_CHROMIUM"):
        return _named(named)
    if found := find_chromium() or _of_playwright(python) or _install(python):
        return found
    raise SetupError(both("setup.no-chromium"))


def _named(named: str) -> str:
    """What OIT_CHROMIUM names; where nothing is there, no other one stands in for it."""
    if found := shutil.which(named):
        return found
    raise SetupError(both("setup.other-chromium", named=named))


def find_chromium() -> str | None:
    """A Chromium that starts: the first on PATH or in the usual places of macOS and Windows."""
    on_path = [shutil.which(name) for name in _NAMES]
    return next((path for path in (*on_path, *_PLACES) if path and _starts(path)), None)


def _starts(path: str) -> bool:
    """Ubuntu's package is only a note that asks for another; Windows would open a window."""
    if not Path(path).is_file() or sys.platform == "win32":
        return Path(path).is_file()
    done = subprocess.run([path, "--version"], capture_output=True, check=False)
    return done.returncode == 0


def _install(python: str) -> str | None:
    """Install one with Debian's packages (as root) or Playwright."""
    print(beside("setup.installing-chromium"), flush=True)
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            apt = ["apt-get", *arguments]
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
