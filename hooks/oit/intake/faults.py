"""What keeps a file from being published whatever it is for: told before anybody is asked anything.

The rules are those of the gate, with their ids and kinds; only the place of the entry is missing.
"""

from collections.abc import Iterator

from oit.assessment.result import Assessment
from oit.assessment.rules.files import content_fault
from oit.evidence.facts import ContentFacts, FileFacts, PersonalDataKind
from oit.evidence.inspect import TOO_LARGE, extension
from oit.evidence.media_types import PLAIN, agrees, named_old_format
from oit.evidence.personal import PERSONAL_RULES, personal_kinds, redact
from oit.findings import Finding, Kind
from oit.model.office import SitePolicy

TEXTS = frozenset({"txt", "md", "markdown"})
"""Extensions of files that are published as a text on the item's page, and not as files."""


def faults_alone(name: str, facts: FileFacts, assessment: Assessment) -> tuple[Finding, ...]:
    """The faults of a file by itself; none of one that may be asked about.

    What it hides is no fault yet, as somebody may have it taken out.
    """
    shown = redact(name)
    told = [*_of_name(name, shown), *_of_size(shown, facts)]
    if facts.inspection is None or told:
        return tuple(told)
    content = facts.inspection.content
    if extension(name) in TEXTS and content.sniffed == PLAIN:
        return tuple(_personal(shown, content, facts, assessment))
    unreadable = list(_of_type(shown, content, assessment.site.policy))
    return tuple(unreadable or _personal(shown, content, facts, assessment))


def _finding(rule: str, kind: Kind, name: str, **params: object) -> Finding:
    return Finding(rule=rule, kind=kind, file=name, params={"file_name": name, **params})


def _of_name(name: str, shown: str) -> Iterator[Finding]:
    if PersonalDataKind.NATIONAL_ID in personal_kinds(name):
        yield _finding("personal-id-in-name", Kind.UNSAFE, shown)


def _of_size(shown: str, facts: FileFacts) -> Iterator[Finding]:
    if facts.bytes > TOO_LARGE:
        megabytes = facts.bytes // 1_000_000
        yield _finding("file-too-large", Kind.INVALID, shown, megabytes=megabytes)
    if not facts.bytes:
        yield _finding("file-empty", Kind.INVALID, shown, found=shown, folder="")


def _of_type(shown: str, content: ContentFacts, policy: SitePolicy | None) -> Iterator[Finding]:
    """It cannot be read, is not what its name says, or is of a type that nobody publishes."""
    accepted = policy.accepted_types if policy else ()
    kind = extension(shown)
    if fault := content_fault(shown, content):
        rule, params = fault
        yield _finding(rule, Kind.INVALID, shown, **params)
    elif accepted and kind not in accepted:
        if named_old_format(kind) is None:
            told = {"found": shown, "allowed": list(accepted)}
            yield _finding("file-type", Kind.INVALID, shown, **told)
        elif not any(agrees(other, content.sniffed) for other in accepted):
            # One that was saved anew on its way has the name that it came with, and new content.
            old = named_old_format(kind)
            yield _finding("file-old-format", Kind.INVALID, shown, found=old, expected="")


def _personal(
    shown: str, content: ContentFacts, facts: FileFacts, assessment: Assessment
) -> Iterator[Finding]:
    allowed = assessment.site.reviewed(facts.sha256)
    for match in content.personal:
        rule, kind = PERSONAL_RULES[match.kind]
        if kind is not Kind.NOTICE and rule not in allowed:
            yield _finding(rule, kind, shown, where=match.location)
