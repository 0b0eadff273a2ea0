"""Where the form sends what is entered: the forge of the office, or a training server at hand."""

from urllib.parse import urlsplit

from oit.model.office import Repository
from oit.outputs.form.widgets import Widget

TRAINING = "http://localhost:8081"
"""Where `decap-server` listens on the machine of whoever learns the form."""
_GITHUB = "github.com"
_MESSAGES = {
    "create": "เพิ่มข้อมูลรายการ {{slug}} ({{collection}})",
    "update": "ปรับปรุงข้อมูลรายการ {{slug}} ({{collection}})",
    "delete": "ลบข้อมูลรายการ {{slug}} ({{collection}})",
    "uploadMedia": "เพิ่มไฟล์ {{path}}",
    "deleteMedia": "ลบไฟล์ {{path}}",
}


def backend(repository: Repository | None) -> Widget:
    """The section of that name in the form's configuration."""
    shared = {"commit_messages": _MESSAGES}
    if repository is None:
        return {"name": "proxy", "proxy_url": f"{TRAINING}/api/v1", "branch": "main", **shared}
    named = {
        "name": repository.forge,
        "repo": urlsplit(repository.url).path.strip("/").removesuffix(".git"),
        "branch": repository.branch,
        "api_root": _api(repository),
    }
    return {**named, **_sign_in(repository), **shared}


def can_sign_in(repository: Repository | None) -> bool:
    """Whether the office has said how people sign in; training needs no sign-in."""
    return repository is None or bool(_sign_in(repository))


def reached(repository: Repository | None) -> str:
    """The one origin besides its own that the form talks to."""
    address = urlsplit(TRAINING if repository is None else _api(repository))
    return f"{address.scheme}://{address.netloc}"


def _api(repository: Repository) -> str:
    address = urlsplit(repository.url)
    if repository.forge == "gitlab":
        return f"{address.scheme}://{address.netloc}/api/v4"
    if address.netloc == _GITHUB:
        return "https://api.github.com"
    return f"{address.scheme}://{address.netloc}/api/v3"


def _sign_in(repository: Repository) -> Widget:
    address = urlsplit(repository.url)
    if repository.forge == "github" and repository.sign_in_relay:
        return {"base_url": repository.sign_in_relay}
    if repository.forge == "gitlab" and repository.application_id:
        origin = f"{address.scheme}://{address.netloc}"
        return {"auth_type": "pkce", "app_id": repository.application_id, "base_url": origin}
    return {}
