"""`oit inbox`: the files of a folder, as divisions sent them, entered at once and committed."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from oit.catalog import beside, both
from oit.commands import entering
from oit.commands.documented import documented
from oit.commands.entering import tell
from oit.commands.exits import reports_errors
from oit.commands.inbox_questions import Answering, typed_answers
from oit.commands.options import EXISTING_FOLDER, root_option
from oit.desk.batch import Desk
from oit.desk.listing import arrived_text
from oit.desk.things import shown_name
from oit.desk.view import Arrived, Batch, Sent, State
from oit.desk.watching import files_in
from oit.entry.sources import too_large
from oit.evidence.inspect import TOO_LARGE
from oit.system.keeping import write_text
from oit.wording.vocabulary import vocabulary_of

_NOT_ALL = 1
"""The exit status where something was refused, or waits for an answer or a yes."""
_REPLIES = click.Path(file_okay=False, path_type=Path)


@documented()
@click.argument("folder", type=EXISTING_FOLDER)
@click.option("--answer", "answers", multiple=True, help=beside("inbox.answer"))
@click.option("--yes", is_flag=True, help=beside("inbox.yes"))
@click.option("--send", is_flag=True, help=beside("inbox.send"))
@click.option("--replies", type=_REPLIES, help=beside("inbox.replies"))
@root_option
@reports_errors
def inbox(
    root: Path,
    folder: Path,
    answers: tuple[str, ...],
    replies: Path | None,
    *,
    yes: bool,
    send: bool,
) -> None:
    """Enter what can be entered, and say what cannot and why."""
    typed = typed_answers(answers)
    with Desk(root, "inbox", tell) as desk:
        if desk.finished:
            tell(both("inbox.finished"))
            _tell_sent(desk.finished)
        is_whole = _receive(desk, folder)
        batch = Answering(desk, typed, agreed=yes).settled()
        _tell(desk, batch)
        _save_replies(batch.arrived, replies)
        if _is_agreed(batch, yes):
            sent = desk.enter()
            _tell_sent(desk.send(sent) if send else sent)
        is_left = _left(desk, batch)
    if is_left or not is_whole:
        sys.exit(_NOT_ALL)


def _receive(desk: Desk, folder: Path) -> bool:
    """Take in all files of a folder, which stay there; whether each of them could be taken."""
    files = files_in(folder)
    small = [file for file in files if file.stat().st_size <= TOO_LARGE]
    for file in files:
        if file not in small:
            tell(too_large(shown_name(file.name)))
    desk.keep_only([desk.receive(file.name, file.read_bytes()) for file in small])
    if not files:
        tell(both("inbox.nothing-there"))
    return small == list(files)


def _tell(desk: Desk, batch: Batch) -> None:
    """What arrived, and what writing would change."""
    vocabulary = vocabulary_of(desk.assessment().site)
    if batch.arrived:
        tell(arrived_text(batch.arrived, vocabulary))
    if batch.difference:
        tell(f"\n{beside('inbox.difference')}\n\n{batch.difference}\n")
    tell(both("inbox.seconds", seconds=f"{batch.seconds:.1f}"))


def _tell_sent(sent: Sent) -> None:
    """What was committed, and where it is opened, or lies to be handed on."""
    tell("\n".join(filter(None, (sent.words, sent.address, sent.patch))))


def _save_replies(arrived: Iterable[Arrived], folder: Path | None) -> None:
    """The replies to those who sent what is refused, each in a file of text."""
    refused = [each for each in arrived if each.reply]
    if folder is None or not refused:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for each in refused:
        file = folder / f"{each.name}.txt"
        write_text(file, each.reply)
        tell(both("inbox.saved", file=str(file)))


def _is_agreed(batch: Batch, yes: bool) -> bool:  # noqa: FBT001 -- an answer
    """Whether what is ready is to be written: by `--yes`, or by whoever sits there."""
    count = sum(each.state is State.READY for each in batch.arrived)
    if not count or yes:
        return bool(count)
    if entering.is_terminal():
        return click.confirm(beside("inbox.agree", count=count), default=False)
    tell(both("inbox.not-agreed", count=count))
    return False


def _left(desk: Desk, batch: Batch) -> bool:
    """Whether something was not entered; what waits for an answer is kept with its answers."""
    kept = desk.ids()
    left = [each for each in batch.arrived if each.id in kept and each.state is not State.THERE]
    desk.keep_only([each.id for each in left if each.state is not State.REFUSED])
    return bool(left)
