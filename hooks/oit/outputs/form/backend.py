"""Where the form sends what is entered: the office's forge, or a server on one's own machine."""

from urllib.parse import urlsplit

from oit.model.office import Repository
from oit.outputs.form.widgets import Widget
from oit.outputs.form.words import commit_messages

_TRAINING_SERVER = "http://localhost:8081"
"""The address on which `decap-server` listens, for training without a forge."""
_GITHUB = "github.com"
"""Only GitHub's own host has its API on a host apart; GitHub Enterprise has it below its own."""


def backend(repository: Repository | None) -> Widget:
    """The section `backend` of the form's configuration; without a repository, for training."""
    shared = {"commit_messages": commit_messages()}
    if repository is None:
        return {
            "name": "proxy",
            "proxy_url": f"{_TRAINING_SERVER}/api/v1",
            "branch": "main",
            **shared,
        }
    forge = {
        "name": repository.forge,
        "repo": urlsplit(repository.url).path.strip("/").removesuffix(".git"),
        "branch": repository.branch,
        "api_root": _api_root(repository),
    }
    return {**forge, **_sign_in(repository), **shared}


def can_sign_in(repository: Repository | None) -> bool:
    """Whether the settings say how people sign in; training needs no sign-in."""
    return repository is None or repository.has_sign_in


def api_origin(repository: Repository | None) -> str:
    """The only origin, besides the site's own, that the form sends requests to."""
    address = urlsplit(_TRAINING_SERVER if repository is None else _api_root(repository))
    return f"{address.scheme}://{address.netloc}"


def _api_root(repository: Repository) -> str:
    address = urlsplit(repository.url)
    if repository.forge == "gitlab":
        return f"{address.scheme}://{address.netloc}/api/v4"
    if address.netloc == _GITHUB:
        return "https://api.github.com"
    return f"{address.scheme}://{address.netloc}/api/v3"


def _sign_in(repository: Repository) -> Widget:
    """The settings of OAuth, through a relay or by PKCE; empty where the office has set none."""
    address = urlsplit(repository.url)
    if repository.forge == "github" and repository.sign_in_relay:
        return {"base_url": repository.sign_in_relay}
    if repository.forge == "gitlab" and repository.application_id:
        origin = f"{address.scheme}://{address.netloc}"
        return {"auth_type": "pkce", "app_id": repository.application_id, "base_url": origin}
    return {}
