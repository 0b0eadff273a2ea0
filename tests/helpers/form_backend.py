"""What the form talks to in training, in a page's own process: records of a folder, no branches."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

ADDRESS = "http://localhost:8081/**"
_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}


class FormBackend:
    """Answers the form with the records of a site; what it saves is kept, and not written."""

    def __init__(self, site: Path) -> None:
        self.saved: list[dict[str, Any]] = []
        self._site = site

    def serve(self, page: Page) -> None:
        """From now on the page's form works without any server."""
        page.route(ADDRESS, self._answer)

    def _answer(self, route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")
        given = asked["params"]
        match asked["action"]:
            case "entriesByFiles":
                answer: Any = [self._file(file["path"]) for file in given["files"]]
            case "getEntry":
                answer = self._file(given["path"])
            case "persistEntry":
                self.saved.append(given)
                answer = {"message": "saved"}
            case "unpublishedEntries" | "getMedia":
                answer = []
            case _:
                answer = None
        status = 404 if answer is None else 200
        route.fulfill(status=status, json=answer or [], headers=_ANY_ORIGIN)

    def _file(self, path: str) -> dict[str, Any]:
        return {
            "data": (self._site / path).read_text("utf-8"),
            "file": {"path": path, "label": path, "id": path},
        }
