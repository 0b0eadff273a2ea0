"""TODO."""

from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    Email,
    Handle,
    Slug,
    StrictModel,
    Telephone,
    Text,
    WebAddress,
)


class Division(StrictModel):
    """An owner: a section of the office, or the schools."""

    id: Slug
    name_th: Text
    name_en: Text
    contact_th: Text | None = None
    forge: Handle | None = None
    """Who of the division is asked on the forge; without one, the coordinator."""


class Divisions(StrictModel):
    """`divisions.yml`."""

    divisions: Annotated[tuple[Division, ...], Field(min_length=1)]


class Office(StrictModel):
    """The office whose site this is."""

    id: Slug
    name_th: Text
    name_en: Text
    telephone: Telephone | None = None
    """Whom people call or write to when something here is wrong."""
    email: Email | None = None


class Task(StrictModel):
    """What people come for, the topics of the items that serve it, and where it is done online."""

    name_th: Text
    name_en: Text
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    url: WebAddress | None = None


class Licence(StrictModel):
    """Under which terms the data may be used, once the office has decided."""

    id: Slug
    title: Text
    url: WebAddress
    gdcatalog: Text | None = None
    """Its name in the closed list of Thailand's catalogue, such as `Open Data Common`."""


class Repository(StrictModel):
    """Where the records are kept, if their files may be opened from the site."""

    url: WebAddress
    forge: Literal["github", "gitlab"] = "github"
    branch: Text = "main"
    sign_in_relay: WebAddress | None = None
    """GitHub: the server that hands sign-ins on to the browser form."""
    application_id: Text | None = None
    """GitLab: the application that people sign in to the browser form with."""

    def edit_address(self, path: str) -> str:
        """Where a file of the repository is edited."""
        infix = "edit" if self.forge == "github" else "-/edit"
        return f"{self.url.rstrip('/')}/{infix}/{self.branch}/{path}"


class SitePolicy(StrictModel):
    """`extra.oit` of `mkdocs.yml`."""

    mode: Literal["demonstration", "production"]
    office: Office
    accepted_types: Annotated[tuple[Slug, ...], Field(min_length=1)]
    tasks: tuple[Task, ...] = ()
    repository: Repository | None = None
    coordinator: Handle | None = None
    """Who approves changes of policy on the forge."""
    official_home: WebAddress | None = None
    """Home page of the office's main website, where an assessor begins."""
    licence: Licence | None = None

    @property
    def is_demonstration(self) -> bool:
        """Whether what is shown may be invented, and says so; else it is an office's real site."""
        return self.mode == "demonstration"
