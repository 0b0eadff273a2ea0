"""A message of an office to one of its posts, and how it reads in a chat (LINE) and as an e-mail.

A chat shows plain text alone, and who reads it on a telephone reads one screen: what is longer than
`LONGEST` becomes several messages, each of which says of whom it is and which part it has.
"""

from collections.abc import Iterator

from msgspec import Struct

from oit.catalog import Language, say

LONGEST = 1_000
"""Characters of one message in a chat, as LINE counts them: units of UTF-16."""
_BETWEEN = "\n\n"
_CUT = "…"


class Asked(Struct, frozen=True):
    """One thing that is told or asked for, line by line: what it is, then what to do, and where."""

    lines: tuple[str, ...]


class Group(Struct, frozen=True):
    """What is told under one heading."""

    title: str
    entries: tuple[Asked, ...]


class Message(Struct, frozen=True, kw_only=True):
    """What an office tells one of its posts."""

    office: str
    agency: str
    """The office with its telephone number, for a signature."""
    notice: str | None
    """The notice of a demonstration."""
    subject: str
    to: str
    """A post, not a person."""
    address: str | None
    """Its address for e-mail, where the office has entered one."""
    heading: str
    """The subject in a few words, for a chat, with its day."""
    opening: str
    """The cause, as a letter has it."""
    groups: tuple[Group, ...]
    short_ending: tuple[str, ...]
    """What follows in a chat."""
    ending: tuple[str, ...]
    """What follows in an e-mail, the closing last."""


def email_text(message: Message) -> str:
    """The message as an e-mail to paste: to whom, the subject, and below an empty line the body."""
    to = [f"{say('reminders.mail-to', Language.TH)} {message.address}"] if message.address else []
    head = "\n".join([*to, f"{say('reminders.mail-subject', Language.TH)} {message.subject}"])
    signature = "\n".join([message.agency, *_notice(message)])
    groups = ("\n".join([group.title, *_numbered(group)]) for group in message.groups)
    greeting = f"{say('letters.to', Language.TH)} {message.to}"
    blocks = (head, greeting, message.opening, *groups, *message.ending, signature)
    return _BETWEEN.join(blocks)


def chat_texts(message: Message) -> tuple[str, ...]:
    """The message as texts for a chat, none longer than `LONGEST`, in their order."""
    head = "\n".join((message.to, message.heading))
    room = LONGEST - length(_BETWEEN.join((_part(head, 999, 999), "")))
    parts = list(_packed(_blocks(message), room))
    if len(parts) == 1:
        return (_BETWEEN.join((head, parts[0])),)
    heads = (_part(head, number, len(parts)) for number in range(1, len(parts) + 1))
    return tuple(_BETWEEN.join(pair) for pair in zip(heads, parts, strict=True))


def length(text: str) -> int:
    """Characters of a text as LINE counts them."""
    return len(text.encode("utf-16-le")) // 2


def _blocks(message: Message) -> Iterator[str]:
    """What is not parted, if it can be helped: an entry, the first with its heading."""
    for group in message.groups:
        first, *others = _entries(group)
        yield "\n".join(filter(None, (group.title, first)))
        yield from others
    yield "\n".join([*message.short_ending, message.office, *_notice(message)])


def _entries(group: Group) -> list[str]:
    """The entries; those of one line stand together, and none is an empty text."""
    entries = ["\n".join(_bulleted(entry)) for entry in group.entries]
    is_list = all(len(entry.lines) == 1 for entry in group.entries)
    return ["\n".join(entries)] if is_list else entries


def _packed(blocks: Iterator[str], room: int) -> Iterator[str]:
    """The blocks, as many together as there is room for."""
    together = ""
    for block in blocks:
        longer = _BETWEEN.join(filter(None, (together, _within(block, room))))
        if length(longer) > room:
            yield together
            longer = _within(block, room)
        together = longer
    yield together


def _within(text: str, room: int) -> str:
    """The text, cut where even a message of its own has no room for it."""
    if length(text) <= room:
        return text
    kept = text.encode("utf-16-le")[: 2 * (room - length(_CUT))]
    return f"{kept.decode('utf-16-le', 'ignore')}{_CUT}"


def _part(head: str, number: int, count: int) -> str:
    return f"{head} {say('reminders.part', Language.TH, number=number, count=count)}"


def _bulleted(entry: Asked) -> list[str]:
    return [f"• {line}" if place == 0 else line for place, line in enumerate(entry.lines)]


def _numbered(group: Group) -> Iterator[str]:
    for number, entry in enumerate(group.entries, 1):
        first, *others = entry.lines
        yield f"{number}. {first}"
        yield from (f"   {line}" for line in others)


def _notice(message: Message) -> list[str]:
    return [f"({message.notice})"] if message.notice else []
