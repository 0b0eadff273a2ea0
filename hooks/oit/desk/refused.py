"""A thing that is refused: why, and the reply to whoever sent its file.

What somebody typed on this machine has no sender, and is answered where it was typed.
"""

from msgspec.structs import replace

from oit.assessment.result import Assessment
from oit.catalog import Language, english_line
from oit.desk.view import Arrived
from oit.entry.refusals import RefusedError
from oit.entry.stage import Stage
from oit.findings import Finding
from oit.intake.replies import SentBack, reply
from oit.intake.shapes import Objected
from oit.intake.words import objection_words
from oit.wording.gate_text import findings_text


def faulty(arrived: Arrived, findings: tuple[Finding, ...], stage: Stage) -> Arrived:
    """By findings, as `oit check` words them."""
    session = stage.session
    words = findings_text(findings, session.vocabulary, session.environment.language)
    sent_back = SentBack(name=arrived.name, target=arrived.target, findings=findings)
    return _with_reply(replace(arrived, faults=words), sent_back, session.before)


def objected_to(arrived: Arrived, objected: Objected, before: Assessment) -> Arrived:
    """By what the file says against itself, whatever anybody answers."""
    words = objection_words(objected, Language.TH)
    sent_back = SentBack(name=arrived.name, target=arrived.target, objected=objected)
    return _with_reply(replace(arrived, faults=words), sent_back, before)


def refused(arrived: Arrived, error: RefusedError, before: Assessment) -> Arrived:
    """By what an entry says that it lacks; in Thai alone in the reply."""
    thai = str(error).partition(f"\n{english_line('').strip()}")[0]
    sent_back = SentBack(name=arrived.name, target=arrived.target, why=thai)
    return _with_reply(replace(arrived, faults=str(error)), sent_back, before)


def _with_reply(arrived: Arrived, sent_back: SentBack, before: Assessment) -> Arrived:
    """What somebody typed on this machine is answered on its page."""
    if not arrived.name:
        return arrived
    return replace(arrived, reply=reply(sent_back, before, Language.TH))
