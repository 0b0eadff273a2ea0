"""How to reach the office and its divisions, and what people come to each division for."""

from collections.abc import Iterator

from msgspec import Struct

from oit.contract.addresses import division_path
from oit.model.office import Contact as Ways
from oit.model.office import Division, Office
from oit.outputs.pages.blocks import Fact, Link
from oit.outputs.pages.page_writer import PageWriter
from oit.web_address import host_of


class Contact(Struct, frozen=True, kw_only=True):
    """The block `contact`: the ways to reach somebody, or why there are none."""

    heading: str
    note: str = ""
    """What stands above the facts; without facts, the honest sentence in their place."""
    facts: tuple[Fact, ...] = ()


def contact_of(writer: PageWriter) -> Contact:
    """How to reach the office; a demonstration leads nobody to anybody."""
    office = writer.publication.contact
    name = _name(writer.publication.policy.office, writer)
    heading = writer.say("contact.heading", name=name)
    if office is None:
        return Contact(heading=heading, note=_nothing(name, writer))
    return Contact(heading=heading, facts=tuple(_facts(office, writer)))


def telephone_of(writer: PageWriter) -> Link | None:
    """The office's telephone, which a tap calls; `None` where no number is shown."""
    office = writer.publication.contact
    return _telephone(office.telephone) if office and office.telephone else None


def division_contact_of(division: Division, writer: PageWriter) -> Contact:
    """How to reach a division: by its own ways, or by those of the office where it has none."""
    name = _name(division, writer)
    heading = writer.say("contact.heading", name=name)
    if writer.publication.policy.is_demonstration:
        office = _name(writer.publication.policy.office, writer)
        return Contact(heading=heading, note=_nothing(office, writer))
    if division.has_contact or division.contact_th:
        facts = tuple(_facts(division, writer))
        return Contact(heading=heading, note=division.contact_th or "", facts=facts)
    by_office = contact_of(writer)
    office = _name(writer.publication.policy.office, writer)
    note = writer.say("contact.by-office", office=office) if by_office.facts else by_office.note
    return Contact(heading=heading, note=note, facts=by_office.facts)


def does_of(division: Division, writer: PageWriter) -> tuple[str, ...]:
    """What people come to a division for, in everyday words; in Thai where it has no English."""
    return (division.does_en if writer.is_english else ()) or division.does_th


def division_links(writer: PageWriter) -> tuple[Link, ...]:
    """A link to each division, with what people come to it for, as far as `divisions.yml` says."""
    return tuple(
        Link(
            text=_name(division, writer),
            href=writer.href(division_path(division.id)),
            note=" · ".join(does_of(division, writer)),
        )
        for division in writer.publication.divisions
    )


def _name(named: Division | Office, writer: PageWriter) -> str:
    return named.name_en if writer.is_english else named.name_th


def _nothing(office: str, writer: PageWriter) -> str:
    """Why no way is shown: a demonstration, a site being prepared, or settings without any."""
    publication = writer.publication
    if publication.is_in_preparation:
        return writer.say("contact.preparing", office=office)
    if publication.policy.is_demonstration:
        return writer.say("contact.demonstration", office=office)
    return writer.say("contact.absent", office=office)


def _facts(ways: Ways, writer: PageWriter) -> Iterator[Fact]:
    if ways.telephone:
        yield _fact("telephone", writer, _telephone(ways.telephone))
    if hours := _in_language(ways.hours_th, ways.hours_en, writer):
        yield _fact("hours", writer, hours)
    place = _in_language(ways.address_th, ways.address_en, writer)
    if place or ways.map_url:
        yield _fact("address", writer, *(part for part in (place, _map(ways, writer)) if part))
    if ways.email:
        yield _fact("email", writer, Link(text=ways.email, href=f"mailto:{ways.email}"))
    if ways.chat_url:
        link = Link(text=host_of(ways.chat_url), href=ways.chat_url, is_external=True)
        yield _fact("chat", writer, link)


def _telephone(number: str) -> Link:
    dialled = number.replace(" ", "").replace("-", "")
    return Link(text=number, href=f"tel:{dialled}")


def _fact(name: str, writer: PageWriter, *values: str | Link) -> Fact:
    return Fact(name=writer.say(f"contact.way-{name}"), values=values)


def _map(ways: Ways, writer: PageWriter) -> Link | None:
    text = writer.say("contact.map")
    return Link(text=text, href=ways.map_url, is_external=True) if ways.map_url else None


def _in_language(thai: str | None, english: str | None, writer: PageWriter) -> str | None:
    """The English words on an English page, where there are any; else the Thai ones."""
    return (english or thai) if writer.is_english else thai
