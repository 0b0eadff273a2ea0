"""A machine set up to learn the form: the site, its repository, and the server that saves."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from repositories import AUTHOR, committed, git
from support import run, serving

DAY = "2025-04-29"
SIGN_IN = "เข้าสู่ระบบ"
_TRAINING = "localhost:8081"


@dataclass(frozen=True, slots=True)
class Training:
    """Where the site is served, and the repository that the form saves to."""

    address: str
    repository: Path


@contextmanager
def training(site: Path, tools: Path) -> Iterator[Training]:
    """The site in a folder, committed, built as on `DAY` even if late, and open for entries."""
    git(site, "init", "--quiet", "--initial-branch", "main")
    for setting in AUTHOR[1::2]:
        git(site, "config", *setting.split("=", 1))
    (site / ".gitignore").write_text("/site/\n", "utf-8")
    committed(site, "เริ่มต้น")
    done = run("mkdocs", "build", "--quiet", cwd=site, OIT_AS_OF=DAY, OIT_GATE="report")
    assert done.returncode == 0, done.stderr
    port = _free_port()
    for name in ("index.html", "config.json"):
        _replace(site / "site/admin" / name, _TRAINING, f"localhost:{port}")
    with _saving(site, tools, port), serving(site / "site") as address:
        yield Training(f"{address}/admin/", site)


@contextmanager
def _saving(repository: Path, tools: Path, port: int) -> Iterator[None]:
    program = tools / "decap-server/dist/index.js"
    given = {
        "MODE": "git",
        "PORT": str(port),
        "BIND_HOST": "localhost",
        "GIT_REPO_DIRECTORY": str(repository),
    }
    server = subprocess.Popen(
        ["node", str(program)],
        cwd=repository,
        env={**os.environ, **given},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("localhost", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"decap-server ended with {server.returncode}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("localhost", 0))
        return int(one.getsockname()[1])


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{old} is not in {file}"
    file.write_text(text.replace(old, new), "utf-8")
