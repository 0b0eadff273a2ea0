"""The reply to whoever sent a file that cannot be published: an e-mail to paste.

It says what was received, why it is not published, and step by step what to change in which
program. Nothing of what was found stands in it: findings hold no number of a person.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import Language, has, say
from oit.catalog.catalog import Value
from oit.diagnostics import Diagnostic
from oit.findings import Finding, Kind
from oit.intake.shapes import Objected, Target
from oit.intake.words import objection_words, post_of, target_words
from oit.wording.render.words import in_language, sentences_of
from oit.wording.sentences import diagnostic_of
from oit.wording.vocabulary import Vocabulary, vocabulary_of
from oit.wording.words import printable

_MOST_PLACES = 5
"""Places of one kind that are told before the rest is counted."""


class SentBack(Struct, frozen=True, kw_only=True):
    """A file that cannot be published as it is."""

    name: str
    """As it came."""
    target: Target | None
    """What it is taken for; `None` where that is not known."""
    findings: tuple[Finding, ...] = ()
    """Those of the entry that was judged; notices among them are left out."""
    objected: Objected | None = None
    why: str = ""
    """In Thai, where neither of these says why."""


class _Matter(Struct, frozen=True):
    """One thing to correct: what it is, where else it is, and how to correct it."""

    what: tuple[str, ...]
    steps: tuple[str, ...]


def reply(sent_back: SentBack, assessment: Assessment, language: Language) -> str:
    """The whole text of the e-mail, its subject first."""
    vocabulary = vocabulary_of(assessment.site)
    name, place = printable(sent_back.name), _place(sent_back)
    matters = list(_matters(replace(sent_back, name=name), vocabulary, language))
    blocks = [
        say("intake.reply", language, file=name),
        _salutation(post_of(sent_back.target, assessment) if sent_back.target else "", language),
        _cause(name, place, vocabulary, language),
        *(_numbered(number, matter, language) for number, matter in enumerate(matters, 1)),
        _said("again", language),
        _said("closing", language),
    ]
    return "\n\n".join(blocks)


def _said(part: str, language: Language, **values: str | int) -> str:
    return say(f"intake.reply.{part}", language, **values)


def _salutation(post: str, language: Language) -> str:
    return _said("to", language, post=post) if post else _said("to-nobody", language)


def _place(sent_back: SentBack) -> Target | None:
    """What it is for; of which period is not said where that is the very question."""
    target = sent_back.target
    return replace(target, period=None) if target and sent_back.objected else target


def _cause(name: str, target: Target | None, vocabulary: Vocabulary, language: Language) -> str:
    if target is None:
        return _said("cause-unknown", language, file=name)
    return _said("cause", language, file=name, place=target_words(target, vocabulary, language))


def _numbered(number: int, matter: _Matter, language: Language) -> str:
    first, *others = matter.what
    lines = [f"{number}. {first}", *(f"   {what}" for what in others)]
    lines += [f"   {_said('steps', language)}"] if matter.steps else []
    return "\n".join([*lines, *(f"   {at}) {step}" for at, step in enumerate(matter.steps, 1))])


# What there is to correct


def _matters(sent_back: SentBack, vocabulary: Vocabulary, language: Language) -> Iterator[_Matter]:
    if objected := sent_back.objected:
        steps = _steps(objected.objection.value, language, {})
        yield _Matter((objection_words(objected, language),), steps)
    by_rule: dict[str, list[Diagnostic]] = {}
    for finding in _faults(sent_back):
        by_rule.setdefault(finding.rule, []).append(diagnostic_of(finding, vocabulary))
    for rule, diagnostics in by_rule.items():
        yield _of_rule(rule, diagnostics, language)
    if why := sent_back.why:
        yield _Matter((why,), ())
    if not (objected or by_rule or why):
        yield _Matter((_said("unknown", language),), _steps("unknown", language, {}))


def _faults(sent_back: SentBack) -> Iterator[Finding]:
    """What has to be corrected, under the name that its sender knows the file by."""
    for finding in sent_back.findings:
        if finding.kind is not Kind.NOTICE:
            old = finding.params.get("file_name")
            same = {key: sent_back.name for key, value in finding.params.items() if value == old}
            yield replace(finding, params={**finding.params, **(same if old else {})})


def _of_rule(rule: str, diagnostics: list[Diagnostic], language: Language) -> _Matter:
    """All findings of a rule: each place once, and the steps of the first."""
    what = list(dict.fromkeys(_sentence(rule, each, language) for each in diagnostics))
    count = len(what) - _MOST_PLACES
    rest = [_said("more", language, count=count)] if count > 0 else []
    first = diagnostics[0]
    steps = _steps(rule, language, in_language(first.params, language))
    remedy = sentences_of(first, language).remedy
    return _Matter((*what[:_MOST_PLACES], *rest), steps or _lines([remedy]))


def _sentence(rule: str, diagnostic: Diagnostic, language: Language) -> str:
    """What was found; some rules speak of a folder, which a file in an e-mail has not."""
    message = f"intake.matter-{rule}"
    if not has(message, language):
        return sentences_of(diagnostic, language).told
    return say(message, language, **in_language(diagnostic.params, language))


def _steps(name: str, language: Language, values: Mapping[str, Value]) -> tuple[str, ...]:
    """The steps for a rule or an objection; none where the rule's own remedy has to do."""
    message = f"intake.steps-{name}"
    if not has(message, language):
        return ()
    return _lines(say(message, language, **values).splitlines())


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(text.split()) for text in texts)))
