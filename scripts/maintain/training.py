"""Open the form on this machine alone, to learn it (needs Node and Git).

What is saved goes into a copy of the records, which is thrown away at the end. Nothing leaves the
machine, though the settings name a repository. Where no round is open, the form shows the newest as
on its last day.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from maintain.copies import build, copy_site
from setup.environment import COULD_NOT_RUN
from setup.local_server import serving
from setup.node_tools import TRAINING, install
from setup.words import both, say

_ADDRESS = "localhost:8081"
"""Where the form of a site without a repository looks for the server that saves."""
_PERSON = {"user.name": say("maintain.trainee", "th"), "user.email": "training@example.go.th"}


def main() -> int:
    """Serve the form until Ctrl-C."""
    argparse.ArgumentParser(prog="run.py training", description=__doc__).parse_args()
    tools = install(TRAINING)
    if tools is None:
        return COULD_NOT_RUN
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "copy"
        copy_site(site)
        with training(site, tools, os.environ.get("OIT_AS_OF", "")) as address:
            _say(address)
            _wait_for_interrupt()
    return 0


@contextmanager
def training(site: Path, tools: Path, day: str = "") -> Iterator[str]:
    """Address of the form of the site in a folder, which becomes a repository that it saves to."""
    port = _free_port()
    prepare(site, port, day)
    with _saving(site, tools, port), serving(site / "site") as address:
        yield f"{address}/admin/"


def prepare(site: Path, port: int, day: str = "") -> None:
    """Make the site in a folder a repository, and build its form, which saves to a port."""
    settings = site / "mkdocs.yml"
    settings.write_text(without_repository(settings.read_text("utf-8")), "utf-8")
    _begin_repository(site)
    _build_open(site, day)
    for name in ("index.html", "config.json"):
        _replace(site / "site/admin" / name, _ADDRESS, f"localhost:{port}")


def without_repository(settings: str) -> str:
    """The text of `mkdocs.yml` without `extra.oit.repository`, to which the form would save."""
    # Composed, not loaded: the tags of MkDocs are not ours to resolve.
    node = yaml.compose(settings, Loader=yaml.SafeLoader)
    for name in ("extra", "oit"):
        node = _entries(node).get(name, (None, None))[1]
    entries = _entries(node)
    if "repository" not in entries:
        return settings
    names = list(entries)
    key, value = entries["repository"]
    start, end = key.start_mark.index, value.end_mark.index
    if names[-1] != "repository":
        end = entries[names[names.index("repository") + 1]][0].start_mark.index
    elif not settings[start - key.start_mark.column : start].strip():
        start -= (
            key.start_mark.column
        )  # its indentation would stand before what follows the section
    return settings[:start] + settings[end:]


def _entries(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a mapping, by the text of the key; none of anything else."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): (key, value) for key, value in node.value}


def _begin_repository(site: Path) -> None:
    (site / ".gitignore").write_text("/site/\n", "utf-8")
    _git(site, "init", "--quiet", "--initial-branch", "main")
    for name, value in _PERSON.items():
        _git(site, "config", name, value)
    _git(site, "add", "--all")
    _git(site, "commit", "--quiet", "--message", say("maintain.before-training", "th"))


def _git(site: Path, *arguments: str) -> None:
    subprocess.run([str(shutil.which("git")), *arguments], cwd=site, check=True)


def _build_open(site: Path, day: str) -> None:
    """Build as on a day, by default today; where no round is open then, as on its last."""
    build(site, day)
    if not json.loads((site / "site/admin/config.json").read_text("utf-8"))["collections"]:
        index = json.loads((site / "site/api/v1/index.json").read_text("utf-8"))
        build(site, max(round_["closes"] for round_ in index["rounds"]))


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    if old not in text:
        raise ValueError(f"{old} is not in {file}")
    file.write_text(text.replace(old, new), "utf-8")


@contextmanager
def _saving(repository: Path, tools: Path, port: int) -> Iterator[None]:
    given = {
        "MODE": "git",
        "PORT": str(port),
        "BIND_HOST": "localhost",
        "GIT_REPO_DIRECTORY": str(repository),
    }
    program = tools / "decap-server/dist/index.js"
    command = [str(shutil.which("node")), str(program)]
    with subprocess.Popen(
        command, cwd=repository, env={**os.environ, **given}, stdout=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(port, server)
            yield
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("localhost", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server that saves has ended with {server.returncode}")


def _say(address: str) -> None:
    print(both("maintain.training", address=address), flush=True)


def _wait_for_interrupt() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    sys.exit(main())
