"""The issues of GitHub and GitLab on this machine, as far as the daily look asks for them."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = {"github": "github-actions[bot]", "gitlab": 7}


@dataclass
class Entry:
    """An issue as it is kept; `author` is a name on GitHub and a number on GitLab."""

    number: int
    author: Any
    title: str
    body: str
    labels: list[str] = field(default_factory=list)
    assignees: list[Any] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    is_open: bool = True


@dataclass
class FakeForge:
    """What is kept, what was asked, and the requests that are refused, by method and path."""

    kind: str
    address: str = ""
    entries: list[Entry] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def variables(self, *, with_token: bool = True) -> dict[str, str]:
        """What a run on such a forge knows."""
        token = "given-to-the-run" if with_token else ""
        if self.kind == "github":
            own = {"GITHUB_ACTIONS": "true", "GITHUB_API_URL": self.address}
            return {**own, "GITHUB_REPOSITORY": "office/oit", "OIT_FORGE_TOKEN": token}
        own = {"GITLAB_CI": "true", "CI_API_V4_URL": self.address, "CI_PROJECT_ID": "5"}
        return {**own, "OIT_FORGE_TOKEN": token}

    def add(self, author: object, title: str, body: str) -> Entry:
        """An issue of somebody, as if opened in the browser."""
        self.entries.append(Entry(len(self.entries) + 1, author, title, body))
        return self.entries[-1]

    def about(self, mark: str) -> list[Entry]:
        """The open issues whose text begins with a mark."""
        begins = f"<!-- oit:{mark} -->"
        return [entry for entry in self.entries if entry.is_open and entry.body.startswith(begins)]

    def answer(self, method: str, address: str, given: dict[str, Any]) -> tuple[int, Any]:
        """Status and document."""
        parts = urlsplit(address)
        if f"{method} {parts.path}" in self.refused:
            return 403, {"message": "forbidden"}
        if method != "GET":
            self.written.append(f"{method} {parts.path}")
        steps = parts.path.strip("/").split("/")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if steps == ["user"]:
            return 200, {"id": BOT["gitlab"]}
        if steps == ["users"]:
            return 200, [{"id": 70 + len(query["username"])}]
        return self._issues(method, steps[steps.index("issues") + 1 :], query, given)

    def _issues(
        self, method: str, steps: list[str], query: dict[str, str], given: dict[str, Any]
    ) -> tuple[int, Any]:
        if not steps:
            return self._opened(given) if method == "POST" else (200, self._listed(query))
        entry = self.entries[int(steps[0]) - 1]
        if steps[1:] == ["assignees"]:
            entry.assignees += given["assignees"]
        elif steps[1:]:
            entry.comments.append(given["body"])
        else:
            self._changed(entry, given)
        return 200, {}

    def _opened(self, given: dict[str, Any]) -> tuple[int, Any]:
        entry = self.add(BOT[self.kind], given["title"], given.get("body") or given["description"])
        labels = given["labels"]
        entry.labels = labels.split(",") if isinstance(labels, str) else labels
        entry.assignees = given.get("assignee_ids", [])
        return 201, {"number": entry.number, "iid": entry.number}

    @staticmethod
    def _changed(entry: Entry, given: dict[str, Any]) -> None:
        entry.title = given.get("title", entry.title)
        entry.body = given.get("body") or given.get("description") or entry.body
        if given.get("state") == "closed" or given.get("state_event") == "close":
            entry.is_open = False

    def _listed(self, query: dict[str, str]) -> list[dict[str, Any]]:
        author = query.get("creator") or int(query["author_id"])
        found = [entry for entry in self.entries if entry.is_open and entry.author == author]
        size, page = int(query["per_page"]), int(query["page"])
        return [
            {
                "number": finding.number,
                "iid": finding.number,
                "title": finding.title,
                "body": finding.body,
                "description": finding.body,
            }
            for finding in found[size * (page - 1) : size * page]
        ]


@contextmanager
def forge(kind: str) -> Iterator[FakeForge]:
    """A forge that answers while it is needed."""
    fake = FakeForge(kind)

    class Handler(http.server.BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(length) or b"{}")
            status, document = fake.answer(self.command, self.path, given)
            data = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815 -- the names it looks for

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
