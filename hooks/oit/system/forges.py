"""The issues of a forge by its interface: of GitHub, and of GitLab."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import quote, urlencode

import urllib3

from oit.forge.issues import Issue, WantedIssue

_BOT = "github-actions[bot]"
"""Who opens an issue with the token of a run on GitHub."""
_PAGE = 100
_SECONDS = 30.0
_OK = range(200, 300)


class ForgeError(Exception):
    """The forge could not be asked, or refused; the text says what to do, Thai first."""


class Forge(Protocol):
    """Where issues are kept; every method raises `ForgeError`."""

    def own_issues(self) -> list[Issue]:
        """The open issues that this program has opened, and nobody else's."""

    def open(self, issue: WantedIssue) -> None:
        """A new issue, assigned to the people among its handles."""

    def update(self, number: int, issue: WantedIssue) -> None:
        """Its title and text anew, and its comment beneath."""

    def close(self, number: int, words: str) -> None:
        """With words for whoever follows it."""


def forge_of(variables: Mapping[str, str]) -> Forge | None:
    """The forge on which this runs, with the token that the run was given; `None` elsewhere."""
    if variables.get("GITHUB_ACTIONS") == "true":
        api = _Api(variables["GITHUB_API_URL"], {"Authorization": f"Bearer {_token(variables)}"})
        return _GitHub(api, variables["GITHUB_REPOSITORY"])
    if variables.get("GITLAB_CI") == "true":
        api = _Api(variables["CI_API_V4_URL"], {"PRIVATE-TOKEN": _token(variables)})
        return _GitLab(api, variables["CI_PROJECT_ID"])
    return None


def _token(variables: Mapping[str, str]) -> str:
    token = variables.get("OIT_FORGE_TOKEN", "")
    if not token:
        raise ForgeError(
            "ยังไม่ได้ให้สิทธิ์เขียนเรื่องแจ้งเตือน โปรดตั้งค่า OIT_FORGE_TOKEN ตามรายการก่อนเปิดใช้งาน\n"
            "[EN] OIT_FORGE_TOKEN is not set: nothing may be written to the forge."
        )
    return token


class _Api:
    """JSON over HTTP; only what was asked of the one forge is ever sent there."""

    def __init__(self, root: str, headers: Mapping[str, str]) -> None:
        self._root = root.rstrip("/")
        self._headers = {**headers, "Accept": "application/json", "User-Agent": "oit (freshness)"}
        retries = urllib3.Retry(total=3, redirect=0, backoff_factor=1, raise_on_status=False)
        timeout = urllib3.Timeout(total=_SECONDS)
        self._pool = urllib3.PoolManager(retries=retries, timeout=timeout)

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The answer's document. Raises `ForgeError`."""
        try:
            answer = self._pool.request(
                method, f"{self._root}/{path}", headers=self._headers, json=body, redirect=False
            )
            if answer.status in _OK:
                return json.loads(answer.data or b"null")
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise _unanswered(method, path, type(error).__name__) from error
        raise _unanswered(method, path, str(answer.status))

    def pages(self, path: str, **query: str | int) -> Iterator[Mapping[str, Any]]:
        """The entries of a list, of all its pages."""
        page = 1
        while True:
            asked = urlencode({**query, "per_page": _PAGE, "page": page})
            found = self.ask("GET", f"{path}?{asked}")
            yield from found
            if len(found) < _PAGE:
                return
            page += 1


def _unanswered(method: str, path: str, why: str) -> ForgeError:
    return ForgeError(
        "ติดต่อระบบเก็บข้อมูลไม่ได้ หรือระบบไม่อนุญาต เรื่องที่ทำไปแล้วยังคงอยู่ โปรดตรวจสิทธิ์แล้วลองใหม่\n"
        f"[EN] The forge did not do what was asked: {method} {path} ({why})."
    )


class _GitHub:
    def __init__(self, api: _Api, repository: str) -> None:
        self._api = api
        self._issues = f"repos/{repository}/issues"

    def own_issues(self) -> list[Issue]:
        found = self._api.pages(self._issues, state="open", creator=_BOT)
        return [
            Issue(number=one["number"], title=one["title"], body=one["body"] or "")
            for one in found
            if "pull_request" not in one
        ]

    def open(self, issue: WantedIssue) -> None:
        given = {"title": issue.title, "body": issue.body, "labels": list(issue.labels)}
        made = self._api.ask("POST", self._issues, given)
        if issue.people:
            people = {"assignees": list(issue.people)}
            self._api.ask("POST", f"{self._issues}/{made['number']}/assignees", people)

    def update(self, number: int, issue: WantedIssue) -> None:
        given = {"title": issue.title, "body": issue.body}
        self._api.ask("PATCH", f"{self._issues}/{number}", given)
        if issue.comment:
            self._say(number, issue.comment)

    def close(self, number: int, words: str) -> None:
        self._say(number, words)
        given = {"state": "closed", "state_reason": "completed"}
        self._api.ask("PATCH", f"{self._issues}/{number}", given)

    def _say(self, number: int, words: str) -> None:
        self._api.ask("POST", f"{self._issues}/{number}/comments", {"body": words})


class _GitLab:
    def __init__(self, api: _Api, project: str) -> None:
        self._api = api
        self._issues = f"projects/{quote(project, safe='')}/issues"

    def own_issues(self) -> list[Issue]:
        me = self._api.ask("GET", "user")["id"]
        found = self._api.pages(self._issues, state="opened", scope="all", author_id=me)
        return [
            Issue(number=one["iid"], title=one["title"], body=one["description"] or "")
            for one in found
        ]

    def open(self, issue: WantedIssue) -> None:
        found = [
            self._api.ask("GET", f"users?{urlencode({'username': one})}") for one in issue.people
        ]
        given = {
            "title": issue.title,
            "description": issue.body,
            "labels": ",".join(issue.labels),
            "assignee_ids": [person["id"] for people in found for person in people],
        }
        self._api.ask("POST", self._issues, given)

    def update(self, number: int, issue: WantedIssue) -> None:
        given = {"title": issue.title, "description": issue.body}
        self._api.ask("PUT", f"{self._issues}/{number}", given)
        if issue.comment:
            self._say(number, issue.comment)

    def close(self, number: int, words: str) -> None:
        self._say(number, words)
        self._api.ask("PUT", f"{self._issues}/{number}", {"state_event": "close"})

    def _say(self, number: int, words: str) -> None:
        self._api.ask("POST", f"{self._issues}/{number}/notes", {"body": words})
