"""The office: its divisions (`divisions.yml`) and its settings (`extra.oit` of `mkdocs.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    Email,
    Handle,
    LicenceId,
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
    """The account or team that is asked on the forge; if absent, the coordinator is."""


class Divisions(StrictModel):
    """`divisions.yml`."""

    divisions: Annotated[tuple[Division, ...], Field(min_length=1)]


class Office(StrictModel):
    """The office whose site this is."""

    id: Slug
    name_th: Text
    name_en: Text
    telephone: Telephone | None = None
    """For people who find something wrong on the site."""
    email: Email | None = None


class Task(StrictModel):
    """What people come to the site for: the topics of its items, and where it is done online."""

    name_th: Text
    name_en: Text
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    url: WebAddress | None = None


class Licence(StrictModel):
    """The terms under which the data may be used, once the office has decided."""

    id: LicenceId
    title: Text
    url: WebAddress
    gdcatalog: Text | None = None
    """Its name in the closed list of Thailand's data catalogue (GD Catalog): `Open Data Common`."""


class Repository(StrictModel):
    """The Git repository of the records, where pages of the site may link to it."""

    url: WebAddress
    forge: Literal["github", "gitlab"] = "github"
    branch: Text = "main"
    sign_in_relay: WebAddress | None = None
    """GitHub: the OAuth server that signs people in to the browser form."""
    application_id: Text | None = None
    """GitLab: id of the OAuth application that signs people in to the browser form."""

    def edit_address(self, path: str) -> str:
        """Address of the forge's editor for a file, by its path in the repository."""
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
    """The account or team that approves changes of policy on the forge."""
    official_home: WebAddress | None = None
    """Home page of the office's main website, from which an assessor starts."""
    licence: Licence | None = None

    @property
    def is_demonstration(self) -> bool:
        """Whether the site shows samples, marked as such; otherwise it is an office's real site."""
        return self.mode == "demonstration"
