"""The settings of a site, read as they were meant: a fault makes no false findings elsewhere."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from oit.catalog import Language, say
from oit.evidence.hypertext_addresses import AnyHost
from oit.evidence.media_types import EXTENSIONS
from oit.findings import DocumentError, Finding, Kind, Place, Unchecked
from oit.model.office import SitePolicy
from oit.records.broken_lines import read_on
from oit.records.disk import Disk
from oit.records.document_reader import DocumentReader
from oit.records.form_lines import as_meant
from oit.records.likely_values import correction_of_choice
from oit.records.passages import passages_of_settings
from oit.records.settings import Settings, parse_all_settings, settings_of
from oit.records.strict_yaml import Document, decode
from oit.records.text_findings import line_findings, personal_data_findings

FILE = "mkdocs.yml"
_TYPES, _HOSTS = "accepted_types", "allowed_hosts"
_DEPENDS_ON = {_TYPES: Unchecked.TYPES, _HOSTS: Unchecked.HOSTS}
_UNREAD = {
    "mode": "demonstration",
    "office": {
        "id": "unknown",
        "name_th": say("settings.unread-office", Language.TH),
        "name_en": say("settings.unread-office", Language.EN),
    },
    _TYPES: tuple(EXTENSIONS),
}
"""Values of required settings that could not be read, by which nothing else becomes wrong."""


class SiteSettings(Struct, frozen=True):
    """What is known of the settings; where something is wrong, nothing is published."""

    policy: SitePolicy | None
    names: Mapping[str, str] = field(default_factory=dict)
    """MkDocs's own settings that are judged: name and address of the site, folder of its texts."""
    hosts: frozenset[str] = AnyHost()
    """From which pages may embed something; any, where that cannot be read."""


def read_settings(source: Disk, findings: list[Finding]) -> SiteSettings:
    """`extra.oit` of `mkdocs.yml`; of MkDocs's own, those that are judged.

    A wrong setting is added to `findings`; records are judged by the others. Where types cannot be
    read, no file is called wrong for its type.
    """
    place = Place(FILE, Kind.POLICY)
    found: list[Finding] = []
    settings = _parsed(source, place, found)
    policy = _policy(settings.ours, place, found) if settings else None
    wrong = {finding.field[0] for finding in found if finding.field} & _DEPENDS_ON.keys()
    findings.extend(_said_once(found, is_known=policy is not None))
    if settings is None or policy is None:
        return SiteSettings(None, settings.names if settings else {})
    if _TYPES in wrong:
        policy = policy.model_copy(update={_TYPES: tuple(EXTENSIONS)})
    hosts = AnyHost() if _HOSTS in wrong else frozenset(policy.allowed_hosts)
    return SiteSettings(policy, settings.names, hosts)


def _parsed(source: Disk, place: Place, findings: list[Finding]) -> Settings | None:
    """The settings, broken lines put right in thought; each is told with the line to write."""
    try:
        text = decode(source.read(FILE))
        findings.extend(personal_data_findings(text, passages_of_settings(text), place))
        document = _document(text, place, findings)
        return settings_of(document) if document else None
    except DocumentError as error:
        # What follows from a broken line is told by that.
        if not any(finding.kind is Kind.POLICY for finding in findings):
            findings.append(place.from_error(error))
        return None


def _document(text: str, place: Place, findings: list[Finding]) -> Document | None:
    meant = as_meant(text)
    findings.extend(line_findings(meant.faults, place))
    read = read_on(meant.text, parse_all_settings)
    findings.extend(
        place.from_error(broken.error).corrected_by(broken.correction) for broken in read.broken
    )
    return read.document


def _policy(ours: Document, place: Place, findings: list[Finding]) -> SitePolicy | None:
    reader = DocumentReader(findings)
    result = reader.validated(SitePolicy, ours, place, _UNREAD)
    types = {finding.field: finding for finding in _unknown_types(ours, place)}
    findings[:] = [found for found in findings if found.field not in types]
    findings.extend(types.values())
    return result.counted.model or result.meant.validated.model


def _unknown_types(ours: Document, place: Place) -> Iterator[Finding]:
    """Types that are none of those that a site can publish."""
    written = ours.values.get(_TYPES)
    for number, name in enumerate(written if isinstance(written, list) else ()):
        if isinstance(name, str) and name not in EXTENSIONS:
            path, meant = (_TYPES, number), name.strip(" .").lower()
            correction = correction_of_choice(meant, EXTENSIONS)
            params = {"found": name, "allowed": list(EXTENSIONS)}
            finding = place.finding("choice-unknown", ours.line(path), path, **params)
            yield finding.corrected_by(correction)


def _said_once(findings: list[Finding], *, is_known: bool) -> Iterator[Finding]:
    """The findings; the first of each setting that others depend on says what was not checked."""
    left = dict(_DEPENDS_ON) if is_known else {}
    is_said = is_known
    for finding in findings:
        what = left.pop(str(finding.field[0]), None) if finding.field else None
        if not is_said and finding.kind is Kind.POLICY:
            what, is_said = Unchecked.SETTINGS, True
        yield finding.leaving_unchecked(what) if what else finding
