"""The issues of a forge, over its HTTP interface: GitHub and GitLab."""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, Protocol
from urllib.parse import quote, urlencode

import urllib3

from oit.catalog import both
from oit.forge.issues import Issue, WantedIssue

_BOT = "github-actions[bot]"
"""The author of an issue that was opened with the token of a run on GitHub."""
_PAGE_SIZE = 100
"""The most that GitHub and GitLab give at a time."""
_SECONDS = 30.0
_OK = range(200, 300)


class ForgeError(Exception):
    """The forge did not answer, or refused; the text says what to do, in Thai and English."""


class Forge(Protocol):
    """Where issues are kept. Every method raises `ForgeError`."""

    def own_issues(self) -> list[Issue]:
        """The open issues that the same account has opened: never those of people."""

    def open(self, wanted: WantedIssue) -> None:
        """Open an issue, and assign it to the people among its handles."""

    def update(self, number: int, wanted: WantedIssue) -> None:
        """Replace the title and text of an issue, and add its comment if it has one."""

    def close(self, number: int, comment: str) -> None:
        """Close an issue with a comment for those who follow it."""


def forge_of(variables: Mapping[str, str]) -> Forge | None:
    """The forge whose CI runs this, by the variables that it sets; `None` elsewhere.

    Raises `ForgeError` where `OIT_FORGE_TOKEN` is not set.
    """
    if variables.get("GITHUB_ACTIONS") == "true":
        api = _Api(variables["GITHUB_API_URL"], {"Authorization": f"Bearer {_token(variables)}"})
        return _GitHub(api, variables["GITHUB_REPOSITORY"])
    if variables.get("GITLAB_CI") == "true":
        api = _Api(variables["CI_API_V4_URL"], {"PRIVATE-TOKEN": _token(variables)})
        return _GitLab(api, variables["CI_PROJECT_ID"])
    return None


def required_forge(variables: Mapping[str, str]) -> Forge:
    """The same where there has to be one. Raises `ForgeError` elsewhere too."""
    if (forge := forge_of(variables)) is None:
        raise ForgeError(both("forges.nowhere"))
    return forge


def _token(variables: Mapping[str, str]) -> str:
    token = variables.get("OIT_FORGE_TOKEN", "")
    if not token:
        raise ForgeError(both("forges.no-token"))
    return token


class _Api:
    """JSON over HTTP. Redirects are not followed, which would send the token elsewhere."""

    def __init__(self, root: str, headers: Mapping[str, str]) -> None:
        self._root = root.rstrip("/")
        self._headers = {**headers, "Accept": "application/json", "User-Agent": "oit (freshness)"}
        retries = urllib3.Retry(total=3, redirect=0, backoff_factor=1, raise_on_status=False)
        timeout = urllib3.Timeout(total=_SECONDS)
        self._pool = urllib3.PoolManager(retries=retries, timeout=timeout)

    def request(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The JSON of the response. Raises `ForgeError`."""
        try:
            response = self._pool.request(
                method, f"{self._root}/{path}", headers=self._headers, json=body, redirect=False
            )
            if response.status in _OK:
                return json.loads(response.data or b"null")
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise _forge_error(method, path, type(error).__name__) from error
        raise _forge_error(method, path, str(response.status))

    def pages(self, path: str, **query: str | int) -> Iterator[Mapping[str, Any]]:
        """The entries of a list, from all its pages."""
        for page in count(1):
            parameters = urlencode({**query, "per_page": _PAGE_SIZE, "page": page})
            entries = self.request("GET", f"{path}?{parameters}")
            yield from entries
            if len(entries) < _PAGE_SIZE:
                return


def _forge_error(method: str, path: str, why: str) -> ForgeError:
    return ForgeError(both("forges.refused", request=f"{method} {path}", why=why))


class _GitHub:
    def __init__(self, api: _Api, repository: str) -> None:
        self._api = api
        self._issues = f"repos/{repository}/issues"

    def own_issues(self) -> list[Issue]:
        entries = self._api.pages(self._issues, state="open", creator=_BOT)
        return [
            Issue(number=entry["number"], title=entry["title"], body=entry["body"] or "")
            for entry in entries
            if "pull_request" not in entry  # GitHub lists pull requests as issues, too
        ]

    def open(self, wanted: WantedIssue) -> None:
        body = {"title": wanted.title, "body": wanted.body, "labels": list(wanted.labels)}
        opened = self._api.request("POST", self._issues, body)
        if wanted.people:
            # In a request of its own: a name that cannot be assigned must not keep the issue away.
            people = {"assignees": list(wanted.people)}
            self._api.request("POST", f"{self._issues}/{opened['number']}/assignees", people)

    def update(self, number: int, wanted: WantedIssue) -> None:
        body = {"title": wanted.title, "body": wanted.body}
        self._api.request("PATCH", f"{self._issues}/{number}", body)
        if wanted.comment:
            self._comment(number, wanted.comment)

    def close(self, number: int, comment: str) -> None:
        self._comment(number, comment)
        body = {"state": "closed", "state_reason": "completed"}
        self._api.request("PATCH", f"{self._issues}/{number}", body)

    def _comment(self, number: int, text: str) -> None:
        self._api.request("POST", f"{self._issues}/{number}/comments", {"body": text})


class _GitLab:
    def __init__(self, api: _Api, project: str) -> None:
        self._api = api
        self._issues = f"projects/{quote(project, safe='')}/issues"

    def own_issues(self) -> list[Issue]:
        me = self._api.request("GET", "user")["id"]
        entries = self._api.pages(self._issues, state="opened", scope="all", author_id=me)
        return [
            Issue(number=entry["iid"], title=entry["title"], body=entry["description"] or "")
            for entry in entries
        ]

    def open(self, wanted: WantedIssue) -> None:
        # GitLab assigns by id, and answers with a list that is empty for an unknown name.
        found = [
            self._api.request("GET", f"users?{urlencode({'username': name})}")
            for name in wanted.people
        ]
        body = {
            "title": wanted.title,
            "description": wanted.body,
            "labels": ",".join(wanted.labels),
            "assignee_ids": [person["id"] for people in found for person in people],
        }
        self._api.request("POST", self._issues, body)

    def update(self, number: int, wanted: WantedIssue) -> None:
        body = {"title": wanted.title, "description": wanted.body}
        self._api.request("PUT", f"{self._issues}/{number}", body)
        if wanted.comment:
            self._comment(number, wanted.comment)

    def close(self, number: int, comment: str) -> None:
        self._comment(number, comment)
        self._api.request("PUT", f"{self._issues}/{number}", {"state_event": "close"})

    def _comment(self, number: int, text: str) -> None:
        self._api.request("POST", f"{self._issues}/{number}/notes", {"body": text})
