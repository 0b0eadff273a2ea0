"""What is told of a withdrawal: its reason, what it changed, and what is still to be done."""

from collections.abc import Iterable, Sequence

from oit.catalog import Language, both, say
from oit.diagnostics import At, Diagnostic, Group, Layout, Report, Severity, Where
from oit.model.withdrawals import Why, Withdrawal
from oit.wording.terms import WHY_TH

_MUST_VANISH = frozenset({Why.PERSONAL_DATA, Why.HIDDEN_CONTENT})
"""Reasons for which the content may stay nowhere; of any other, history keeps it."""


def public_reason(withdrawal: Withdrawal) -> str:
    """Why something was withdrawn, as pages say it: the kind of reason, unless it tells no more."""
    reason, kind = withdrawal.reason, WHY_TH[withdrawal.why]
    if withdrawal.why is Why.OTHER or kind in reason:
        return say("withdrawal.reason", Language.TH, reason=reason)
    return say("withdrawal.reason-of-kind", Language.TH, kind=kind, reason=reason)


def receipt(written: Iterable[str], removed: Iterable[str] = ()) -> Report:
    """The files that were written, in order, then those that were removed, a line each."""
    told = (
        *(_changed("written", name) for name in sorted(written)),
        *(_changed("removed", name) for name in removed),
    )
    return Report(groups=(Group(diagnostics=told, layout=Layout.LINES),))


def _changed(what: str, name: str) -> Diagnostic:
    return Diagnostic(
        id=f"receipts.{what}",
        severity=Severity.INFO,
        level="receipts.level",
        where=Where(at=(At(name),)),
        params={"file": name},
        facts={"change": what, "file": name},
    )


def steps_after(why: Why, blobs: Sequence[str], same: Sequence[str]) -> str:
    """The next steps, by the kind of reason.

    `blobs` are the removed files, by the ids that Git has for their bytes; none where words were
    withdrawn. `same` are other places of the same bytes.
    """
    steps = [both("withdrawal.publish")]
    if why in _MUST_VANISH:
        steps += [both("withdrawal.elsewhere"), _purge(blobs)]
    else:
        steps.append(both("withdrawal.stays"))
    if same:
        steps.append(f"{both('withdrawal.same')}\n{_listed(same)}")
    return "\n\n".join(steps)


def _purge(blobs: Sequence[str]) -> str:
    """The commands that take the bytes of files, or else words, out of a repository's history.

    By bytes and not by name: a corrected file may have the name by now.
    """
    repository = say("withdrawal.repository", Language.TH)
    commands = [*_purging(blobs), f"git push --force --mirror {repository}"]
    text = f"{both('withdrawal.history')}\n{_listed(commands)}"
    return text if blobs else f"{text}\n{both('withdrawal.words')}"


def _purging(blobs: Sequence[str]) -> list[str]:
    if not blobs:
        return ["git filter-repo --replace-text withdrawn-words.txt"]
    listed = [f"echo {blob} >> withdrawn-ids.txt" for blob in blobs]
    return [*listed, "git filter-repo --strip-blobs-with-ids withdrawn-ids.txt"]


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
