"""A branch of entries on its way to whoever approves them: a request on a forge, or a patch.

Only `propose` sends anything, and it is called where somebody has said so.
"""

import re
from pathlib import Path
from urllib.parse import quote, urlencode

from msgspec import Struct

from oit.catalog import both
from oit.escaping import encodable, one_line
from oit.system.git import History, HistoryError, text_of_git
from oit.system.git_committing import NO_HOOKS
from oit.system.keeping import write_bytes
from oit.system.workspace import open_work
from oit.web_address import host_of, web_address, without_credentials

PATCHES = "patches"
"""The folder of `.oit-work/` in which patches wait to be handed on."""
_PATIENCE = ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60")
"""A server that is silent for a minute is given up."""
_BY_SSH = re.compile(r"(?:[\w.-]+@)?([A-Za-z0-9][\w.-]+):(?!/|\\)(.+)")
"""`git@github.com:owner/name.git`; `C:\\` is a drive."""
_SSH_ADDRESS = re.compile(r"ssh://(?:[^@/\s]+@)?([A-Za-z0-9][\w.-]*)(?::\d+)?/(.+)")
"""The same as an address, whose port is that of SSH."""
_OPENED = re.compile(r"https?://\S+/-/merge_requests/(?:\d+|new\?\S+)")
_LONGEST = 6000
"""Characters of an address; GitHub refuses more than about 8,000."""


class Proposal(Struct, frozen=True):
    """A branch, and what its request says."""

    branch: str
    title: str
    body: str


class Proposed(Struct, frozen=True):
    """What became of a branch: an address or a patch, if any, and what to do next."""

    words: str
    address: str = ""
    patch: str = ""


def propose(root: Path, branch: str, forge: str | None) -> Proposed:
    """Send a branch, or make a patch of it where the repository has no remote.

    Its last commit says what the request is about; `forge` is `github` or `gitlab` where the
    office's settings say so. Where the remote refuses, or is not reached, the words say so.
    Raises `HistoryError` where Git cannot read the branch, `OSError` where no patch can be written.
    """
    history = ProposingHistory(root)
    proposal, remote = history.proposal(branch), history.remote()
    if remote is None:
        return _handed_on(history, branch)
    web, target = page_of_remote(remote.url), history.target()
    kind = _forge(web, forge)
    options = _merge_request(target, proposal) if kind == "gitlab" else ()
    try:
        said = history.push(remote.name, branch, options)
    except HistoryError as error:
        values = {"remote": remote.name, "branch": branch}
        return Proposed(both("proposing.refused", why=str(error), **values))
    return _sent(target, web, kind, proposal, said)


def waiting(root: Path, branch: str) -> Proposed:
    """What to do with a branch that stays on this machine for now. Raises `HistoryError`."""
    history = ProposingHistory(root)
    if (remote := history.remote()) is None:
        return Proposed(both("proposing.nowhere", main=history.target()))
    return Proposed(both("proposing.not-sent", remote=remote.name, branch=branch))


def page_of_remote(url: str) -> str:
    """The address of a repository's page, from that of its remote; empty for a folder."""
    if found := _BY_SSH.fullmatch(url) or _SSH_ADDRESS.fullmatch(url):
        return _page("https", found[1], found[2])
    parts = web_address(url)
    return _page(parts.scheme, host_of(url), parts.path) if parts else ""


def compare_address(web: str, target: str, proposal: Proposal) -> str:
    """The page of GitHub on which a request is opened, with title and text filled in.

    The text is shortened by whole lines where the address would be too long.
    """
    lines = proposal.body.split("\n")
    branches = f"{quote(target)}...{quote(proposal.branch)}"
    while True:
        filled = {"quick_pull": 1, "title": proposal.title, "body": "\n".join(lines)}
        address = f"{web}/compare/{branches}?{urlencode(filled)}"
        if len(address) <= _LONGEST or len(lines) <= 1:
            return address
        lines = [*lines[: -1 - (lines[-1] == "…")], "…"]


def opened_address(said: str, web: str) -> str:
    """The address of a request in what the server of a forge said; empty without one.

    Only one of the same host counts: what a server says is shown as a link.
    """
    found = (match[0] for match in _OPENED.finditer(said))
    return next((address for address in found if host_of(address) == host_of(web)), "")


class Remote(Struct, frozen=True):
    """Where a repository sends to."""

    name: str
    url: str


class ProposingHistory(History, frozen=True):
    """The history of a checkout whose branch is sent."""

    def remote(self) -> Remote | None:
        """`origin`, or else the first one; `None` without any. Raises `HistoryError`."""
        names = sorted(self._git("remote").split(), key=lambda name: (name != "origin", name))
        if not names:
            return None
        written = self._git("config", "--get", f"remote.{names[0]}.url").strip()
        # As it is written, unless that is a short name that Git is told to read otherwise.
        read = self._git("remote", "get-url", "--", names[0]).strip()
        return Remote(names[0], written if page_of_remote(written) else read)

    def proposal(self, branch: str) -> Proposal:
        """A branch with the message of its last commit. Raises `HistoryError`."""
        reference = f"refs/heads/{branch}"
        title, _, body = self._git("show", "-s", "--format=%s%n%b", reference).partition("\n")
        return Proposal(branch, title, body.strip())

    def target(self) -> str:
        """The name of the main branch, which requests are made to."""
        done = self._run("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
        name = text_of_git(done.stdout).strip().removeprefix("refs/remotes/origin/")
        return name or "main"

    def push(self, remote: str, branch: str, options: tuple[str, ...]) -> str:
        """Send a branch; what the server said. Raises `HistoryError` with Git's words."""
        given = [part for option in options for part in ("--push-option", option)]
        reference = f"refs/heads/{branch}"
        arguments = ("push", "--set-upstream", *given, "--", remote, f"{reference}:{reference}")
        done = self._run(*NO_HOOKS, *_PATIENCE, *arguments, GIT_TERMINAL_PROMPT="0")
        said = without_credentials(encodable(text_of_git(done.stderr)))
        if done.returncode:
            raise HistoryError(one_line(said))
        return said

    def patch(self, branch: str) -> bytes:
        """The commits of a branch that no other branch has, for `git am --keep-cr`."""
        plain = ("--stdout", "--binary", "--no-ext-diff", "--no-textconv")
        others = ("--not", f"--exclude={branch}", "--branches")
        return self._bytes("format-patch", *plain, f"refs/heads/{branch}", *others)


def _sent(target: str, web: str, forge: str | None, proposal: Proposal, said: str) -> Proposed:
    address, message = "", "proposing.pushed"
    if forge == "github":
        address, message = compare_address(web, target, proposal), "proposing.open"
    elif forge == "gitlab" and (address := opened_address(said, web)):
        message = "proposing.open" if "/new?" in address else "proposing.opened"
    told = (both(message, branch=proposal.branch), both("proposing.after", main=target))
    return Proposed("\n".join(told), address)


def _handed_on(history: ProposingHistory, branch: str) -> Proposed:
    folder = open_work(history.root.resolve()) / PATCHES
    folder.mkdir(exist_ok=True)
    file = folder / f"{branch.replace('/', '-')}.patch"
    write_bytes(file, history.patch(branch))
    return Proposed(both("proposing.patch"), patch=str(file))


def _forge(web: str, setting: str | None) -> str | None:
    """The forge of an address, by its host where that tells, else by the office's settings."""
    if not (host := host_of(web)):
        return None
    known = (name for name in ("github", "gitlab") if host == f"{name}.com")
    return next(known, setting or ("gitlab" if "gitlab" in host else None))


def _merge_request(target: str, proposal: Proposal) -> tuple[str, ...]:
    """The options by which GitLab opens a request for what is pushed."""
    named = {"target": target, "title": one_line(proposal.title)}
    return ("merge_request.create", *(f"merge_request.{key}={named[key]}" for key in named))


def _page(scheme: str, host: str, path: str) -> str:
    return f"{scheme}://{host}/{path.strip('/').removesuffix('.git')}"
