"""What a site lacks before it may be an office's real one: settings, accounts, names, notes.

`mode: production` makes findings of it, with which nothing is published; `oit go-live` lists it in
any mode, so that an office sees the way before it goes it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from oit.assessment.result import RoundAssessment, RoundState, newest_opened
from oit.catalog import Language, say
from oit.evidence.words import patterns_of
from oit.findings import FieldPath, Finding, Kind, Place
from oit.model.office import SitePolicy
from oit.records.site import Round, Site

_OIT: FieldPath = ("extra", "oit")
_OFFICE: FieldPath = (*_OIT, "office")
REQUIRED: Mapping[FieldPath, str] = {
    ("site_url",): "https://oit.office.bangkok.go.th/",
    (*_OIT, "official_home"): "https://webportal.bangkok.go.th/office",
    (*_OIT, "licence"): "{id: CC-BY-4.0, title: …, url: https://…}",
    (*_OIT, "coordinator"): '"@office/coordinators"',
    (*_OFFICE, "address_th"): say("settings.example-address_th", Language.TH),
    (*_OFFICE, "hours_th"): say("settings.example-hours_th", Language.TH),
    (*_OFFICE, "telephone"): "02 000 0000",
    (*_OFFICE, "email"): "office@bangkok.go.th",
    (*_OFFICE, "map_url"): "https://www.openstreetmap.org/…",
}
"""Settings of `mkdocs.yml` that a real site must have, and what each looks like."""
RULES = frozenset(
    {"setting-absent", "handle-sample", "address-example", "name-foreign", "note-unchecked"}
)
"""The rules of this module."""
_SAMPLE_HANDLE = re.compile(r"@[\w.-]*(?<![a-z])(sample|example)\b")
_RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost)(\.[a-z]+)*$")
"""Hosts that are nobody's (RFC 2606), and their like under a country's domain."""
_UNCHECKED = frozenset({"items", "holidays"})
"""Fields whose notes `oit new-round` writes, to be removed once a person has checked them."""
_NAMED_OFFICE = re.compile(patterns_of(__name__)["named_office"])
"""A name, not district offices in general."""


def check_readiness(site: Site, rounds: tuple[RoundAssessment, ...]) -> Iterator[Finding]:
    """What is missing or not the office's own, in the settings and in the newest opened round.

    Notes of a round that has not opened are pointed out in good time.
    """
    opened = newest_opened(rounds)
    yield from _check_settings(site, opened.contents if opened else None)
    for round_ in rounds:
        if round_.state is RoundState.UPCOMING:
            yield from _notes_to_check(round_.contents, Kind.NOTICE)


def _check_settings(site: Site, newest: Round | None) -> Iterator[Finding]:
    is_unread = any(finding.file == "mkdocs.yml" for finding in site.findings)
    if site.policy is None or is_unread:  # what is wrong there is told first, by itself
        return
    yield from _missing_settings(site, site.policy)
    yield from _sample_handles(site, site.policy)
    yield from _reserved_addresses(site, site.policy)
    yield from _names_of_others(site, site.policy, newest)
    if newest:
        yield from _notes_to_check(newest, Kind.POLICY)


def _settings(site: Site, policy: SitePolicy) -> dict[str, Any]:
    """The settings as they stand in `mkdocs.yml`, those that are not set left out."""
    values = policy.model_dump(mode="json", exclude_none=True)
    known = {"site_url": site.site_url, "site_name": site.site_name}
    named = {name: value for name, value in known.items() if value}
    return {**named, "extra": {"oit": values}}


def _missing_settings(site: Site, policy: SitePolicy) -> Iterator[Finding]:
    named = dict(_leaves(_settings(site, policy)))
    for path, example in REQUIRED.items():
        if path[-1] == "coordinator" and policy.repository is None:
            continue  # a site that is published without a forge asks nobody there
        given = {known: value for known, value in named.items() if known[: len(path)] == path}
        if not given or any(_is_placeholder(known, value) for known, value in given.items()):
            shown, parent = f"{path[-1]}: {example}", ".".join(map(str, path[:-1]))
            place = Place("mkdocs.yml", Kind.POLICY)
            yield place.finding("setting-absent", path=path, example=shown, parent=parent)


def _is_placeholder(path: FieldPath, value: str) -> bool:
    """Whether a value is an example of the engine's own; the hours are those of most offices."""
    is_example = value == REQUIRED.get(path, "").strip('"') and path[-1] != "hours_th"
    return is_example or "…" in value


def _sample_handles(site: Site, policy: SitePolicy) -> Iterator[Finding]:
    if policy.coordinator and _SAMPLE_HANDLE.match(policy.coordinator):
        place = Place("mkdocs.yml", Kind.POLICY)
        path = (*_OIT, "coordinator")
        yield place.finding("handle-sample", path=path, found=policy.coordinator)
    for index, division in enumerate(site.divisions):
        if division.forge and _SAMPLE_HANDLE.match(division.forge):
            place = Place("oit_items/divisions.yml", Kind.POLICY, division=division.id)
            path = ("divisions", index, "forge")
            yield place.finding("handle-sample", path=path, found=division.forge)


def _reserved_addresses(site: Site, policy: SitePolicy) -> Iterator[Finding]:
    for path, value in _leaves(_settings(site, policy)):
        host = _host(value) if "://" in value else value.rpartition("@")[2].lower()
        is_address = "://" in value or re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", value)
        if is_address and host and _RESERVED.search(host):
            yield Place("mkdocs.yml", Kind.POLICY).finding(
                "address-example", path=path, found=value
            )


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # brackets of an IPv6 address that is none
        return None


def _names_of_others(site: Site, policy: SitePolicy, newest: Round | None) -> Iterator[Finding]:
    own = (policy.office.name_th, policy.office.name_en)
    place = Place("mkdocs.yml", Kind.POLICY)
    for name in _foreign_names(site.site_name or "", own):
        yield place.finding("name-foreign", path=("site_name",), found=name, expected=own[0])
    if newest:
        yield from _names_in_mandate(newest, own)


def _names_in_mandate(newest: Round, own: tuple[str, str]) -> Iterator[Finding]:
    place = Place(f"{newest.folder}/mandate.yml", Kind.POLICY, fiscal_year=newest.fiscal_year)
    sources = {"source_th": newest.mandate.source_th, "source_en": newest.mandate.source_en}
    for field, text in sources.items():
        line = newest.mandate_document.line((field,))
        for name in _foreign_names(text, own):
            yield place.finding("name-foreign", line, (field,), found=name, expected=own[0])


def _foreign_names(text: str, own: tuple[str, str]) -> list[str]:
    """Names of district offices in a text, the office's own left out."""
    return [name for name in _NAMED_OFFICE.findall(text) if not any(mine in name for mine in own)]


def _notes_to_check(round_: Round, kind: Kind) -> Iterator[Finding]:
    """The notes of a round that ask a person to check."""
    files = (
        ("mandate.yml", round_.mandate.policy, round_.mandate_document),
        ("round.yml", round_.policy.policy, round_.policy_document),
    )
    for name, notes, document in files:
        place = Place(f"{round_.folder}/{name}", kind, fiscal_year=round_.fiscal_year)
        for index, note in enumerate(notes):
            if note.field in _UNCHECKED:
                path = ("policy", index)
                line = document.line(path)
                yield place.finding("note-unchecked", line, path, found=note.note_th)


def _leaves(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """The texts in nested values, with the path of each."""
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from _leaves(entry, (*path, name))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _leaves(entry, (*path, index))
    else:
        yield path, str(value)
