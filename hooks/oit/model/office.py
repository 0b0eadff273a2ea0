"""The office: its divisions (`divisions.yml`) and its settings (`extra.oit` of `mkdocs.yml`).

The description of a field is what the page `guide/settings/` says of it.
"""

from typing import Annotated, Literal

from pydantic import Field

from oit.model.fields import (
    Email,
    Handle,
    Host,
    IsoDate,
    LicenceId,
    OfficialCode,
    Slug,
    StrictModel,
    Telephone,
    Text,
    WebAddress,
)
from oit.model.labels import setting


class Contact(StrictModel):
    """How to reach an office or a division; every way may be absent."""

    telephone: Telephone | None = Field(default=None, description=setting("contact-telephone"))
    email: Email | None = Field(default=None, description=setting("contact-email"))
    chat_url: WebAddress | None = Field(default=None, description=setting("contact-chat_url"))
    hours_th: Text | None = Field(default=None, description=setting("contact-hours_th"))
    hours_en: Text | None = Field(default=None, description=setting("contact-hours_en"))
    address_th: Text | None = Field(default=None, description=setting("contact-address_th"))
    address_en: Text | None = Field(default=None, description=setting("contact-address_en"))
    map_url: WebAddress | None = Field(default=None, description=setting("contact-map_url"))

    @property
    def has_contact(self) -> bool:
        """Whether it says how to reach it at all."""
        ways = (self.telephone, self.email, self.chat_url)
        return any((*ways, self.hours_th, self.address_th, self.map_url))


class Division(Contact):
    """An owner: a section of the office, or the schools."""

    id: Slug = Field(description=setting("division-id"))
    name_th: Text = Field(description=setting("division-name_th"))
    name_en: Text = Field(description=setting("division-name_en"))
    does_th: tuple[Text, ...] = Field(default=(), description=setting("division-does_th"))
    does_en: tuple[Text, ...] = Field(default=(), description=setting("division-does_en"))
    keywords_th: tuple[Text, ...] = Field(default=(), description=setting("division-keywords_th"))
    keywords_en: tuple[Text, ...] = Field(default=(), description=setting("division-keywords_en"))
    contact_th: Text | None = Field(default=None, description=setting("division-contact_th"))
    forge: Handle | None = Field(default=None, description=setting("division-forge"))


class Divisions(StrictModel):
    """`divisions.yml`."""

    divisions: Annotated[tuple[Division, ...], Field(min_length=1)]


class Named(StrictModel):
    """By which id and names an office is known."""

    id: Slug = Field(description=setting("office-id"))
    name_th: Text = Field(description=setting("office-name_th"))
    name_en: Text = Field(description=setting("office-name_en"))


class Office(Contact, Named):
    """The office whose site this is; its names come first in the guide, as in `mkdocs.yml`."""

    official_code: OfficialCode | None = Field(
        default=None, description=setting("office-official_code")
    )
    place: WebAddress | None = Field(default=None, description=setting("office-place"))


class Task(StrictModel):
    """What people come to the site for: the topics of its items, and where it is done online."""

    name_th: Text = Field(description=setting("task-name_th"))
    name_en: Text = Field(description=setting("task-name_en"))
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description=setting("task-topics")
    )
    url: WebAddress | None = Field(default=None, description=setting("task-url"))


class Licence(StrictModel):
    """The terms under which the data may be used, once the office has decided."""

    id: LicenceId = Field(description=setting("licence-id"))
    title: Text = Field(description=setting("licence-title"))
    url: WebAddress = Field(description=setting("licence-url"))
    gdcatalog: Text | None = Field(
        default=None,
        description=setting("licence-gdcatalog"),
    )


class Repository(StrictModel):
    """The Git repository of the records, where pages of the site may link to it."""

    url: WebAddress = Field(description=setting("repository-url"))
    forge: Literal["github", "gitlab"] = Field(
        default="github", description=setting("repository-forge")
    )
    branch: Text = Field(default="main", description=setting("repository-branch"))
    sign_in_relay: WebAddress | None = Field(
        default=None, description=setting("repository-sign_in_relay")
    )
    application_id: Text | None = Field(
        default=None, description=setting("repository-application_id")
    )

    @property
    def has_sign_in(self) -> bool:
        """Whether it says how people sign in to the form: a relay is GitHub's way."""
        is_github = self.forge == "github"
        return bool(self.sign_in_relay if is_github else self.application_id)

    def edit_address(self, path: str) -> str:
        """Address of the forge's editor for a file, by its path in the repository."""
        infix = "edit" if self.forge == "github" else "-/edit"
        return f"{self.url.rstrip('/')}/{infix}/{self.branch}/{path}"


UPGRADE_DAYS = 30


class Upgrade(StrictModel):
    """From which version of the engine an office came to the present one, and when."""

    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")] = Field(
        description=setting("upgrade-version")
    )
    day: IsoDate = Field(alias="date", description=setting("upgrade-date"))


class SitePolicy(StrictModel):
    """`extra.oit` of `mkdocs.yml`."""

    mode: Literal["demonstration", "production"] = Field(description=setting("site-mode"))
    office: Office = Field(description=setting("site-office"))
    accepted_types: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description=setting("site-accepted_types")
    )
    tasks: tuple[Task, ...] = Field(default=(), description=setting("site-tasks"))
    repository: Repository | None = Field(default=None, description=setting("site-repository"))
    coordinator: Handle | None = Field(default=None, description=setting("site-coordinator"))
    official_home: WebAddress | None = Field(
        default=None, description=setting("site-official_home")
    )
    licence: Licence | None = Field(default=None, description=setting("site-licence"))
    allowed_hosts: tuple[Host, ...] = Field(
        default=(),
        description=setting("site-allowed_hosts"),
    )
    upgraded: Upgrade | None = Field(default=None, description=setting("site-upgraded"))
    upgrade_days: Annotated[int, Field(ge=0, le=365)] = Field(
        default=UPGRADE_DAYS,
        description=setting("site-upgrade_days"),
    )

    versions_megabytes: Annotated[int, Field(ge=0, le=2000)] = Field(
        default=50,
        description=setting("site-versions_megabytes"),
    )

    @property
    def is_demonstration(self) -> bool:
        """Whether the site shows samples, marked as such; otherwise it is an office's real site."""
        return self.mode == "demonstration"
