"""LibreOffice, where it stands ready: saves files of old formats in new ones.

Each run has a profile of its own, in a temporary folder: no macro runs in it, no link is followed,
and no other window of the program is asked. It ends after a time, with all that it started.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60.0
_INHERITED = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "LANG")
# What goes to another machine, whatever asks for it, ends at a port where nobody listens.
_NOWHERE = "127.0.0.1:9"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = {"DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"}
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{_SCRIPTING}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in _SETTINGS.items()
    )
    + "</oor:items>"
)


def saved_as(data: bytes, old: str, new: str, seconds: float = SECONDS) -> bytes | None:
    """A file with the extension `old`, saved with that of `new`.

    `None` where the program does not stand ready, takes too long or cannot read the file.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, result = folder / f"file.{old}", folder / "saved" / f"file.{new}"
        source.write_bytes(data)
        _run(_command(program, folder, source, new), folder, seconds)
        return result.read_bytes() if result.is_file() else None


def _command(program: str, folder: Path, source: Path, new: str) -> list[str]:
    settings = folder / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE, "utf-8")
    return [
        *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", new, "--outdir", str(folder / "saved"), str(source)),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Runs the program, and ends it with its children when the time is over."""
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**inherited, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
