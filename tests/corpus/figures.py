"""What the search finds in the corpus, counted, and the page that says so."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.look_alikes import TEXTS as LOOK_ALIKES
from corpus.look_alikes import clean_tables, clean_texts
from corpus.places import COLUMNS, TABLES, TEXTS
from corpus.posts import names, posts
from corpus.spellings import boxes, id_texts, numbers, other_columns, other_texts
from oit.evidence.facts import PersonalDataKind
from oit.evidence.personal import PERSONAL_RULES, personal_kinds
from oit.evidence.read import read_content
from oit.findings import Kind
from oit.model.persons import is_bare_name

_ID = PersonalDataKind.NATIONAL_ID
PAGE = """# The search for personal data, measured

Written by `python3 scripts/run.py personal_data`; a test holds that the figures are what it
gives. The documents are made: no number in them is a person's. `spellings.py` has what is to be
found, `places.py` the formats and places, `look_alikes.py` what is not. What is refused is
`unsafe`; what is only pointed out is a notice.

## What is found

{found}

## By format and place

{places}

## What is falsely found

{false}

## Names where a post is asked for

Without a title a name is known by a common given name before it. It is pointed out, and refused
nowhere. The posts (`posts.py`) are of two words, with levels, sections and places. Names and list
were made by one hand, so that what is found says little of rarer names.

{names}

## Known limits

- Where a reader tells no columns (tables of Word, pages of PDF), a number in a column of contract
  numbers that passes the check digit by chance is refused: nothing says that it is a contract's.
  `exceptions.yml` lets the file pass.
- A single row of thirteen one-digit figures without a label is refused where it passes the check
  digit by chance, once in twelve. Of several rows most have to pass.
- A single number that a label calls a contract's passes, whatever it is. Two or more valid ones
  that are most of their column are refused. Grouped as on the card (1-2345-67890-12-3) a number
  is a person's under any heading.
- ID numbers in other groups are known only after words such as "เลขประจำตัวประชาชน";
  "บัตรประชาชน" alone is none, since offices count the cards that they issue.
- Bar codes of Thai goods (885 …) with their own check digit pass: one in ten of the numbers of
  persons of type 8 from a district whose code begins with 85 would pass too.
- Passports, accounts, dates of birth and passwords are known only by the words before them.
- A name without a title is not known where its given name is rare or an ordinary word as well, or
  where it stands beside a post.
"""


@dataclass(slots=True)
class _Count:
    """Documents of one sort: how many, and in how many it was found."""

    found: Counter[tuple[str, ...]] = field(default_factory=Counter)
    all: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def add(self, key: tuple[str, ...], kinds: Iterable[PersonalDataKind], kind: str) -> None:
        self.all[key] += 1
        self.found[key] += kind in {each.value for each in kinds}

    def rows(self) -> Iterator[tuple[str, ...]]:
        for key, count in self.all.items():
            yield (*key, str(count), str(self.found[key]))


def page(count: int) -> str:
    """The page, of a corpus with `count` numbers in every spelling and place."""
    spellings, places = _Count(), _Count()
    for number in numbers(count):
        _measure(number, spellings, places)
    return PAGE.format(
        found=_table(("kind", "spelling", "documents", "found"), spellings.rows()),
        places=_table(("format and place", "documents", "found"), places.rows()),
        false=_table(
            ("what it is", "texts or files", "refused", "pointed out"),
            (*_false_in_texts(), *_false_in_tables()),
        ),
        names=_table(("what it is", "texts", "pointed out"), _bare_names()),
    )


def _measure(number: str, spellings: _Count, places: _Count) -> None:
    for kind, spelling, place, data in _documents(number):
        kinds = {match.kind for match in read_content(data).personal}
        spellings.add((kind.value, spelling), kinds, kind)
        places.add((place,), kinds, kind)


def _documents(number: str) -> Iterator[tuple[PersonalDataKind, str, str, bytes]]:
    """Every text in every place, and every table in every format."""
    texts = {(_ID, spelling): text for spelling, text in id_texts(number).items()}
    for (kind, spelling), text in (texts | dict(other_texts(number))).items():
        for place, make in TEXTS.items():
            yield kind, spelling, place, make(text)
    for spelling, rows in boxes(number).items():
        for place, of_rows in TABLES.items():
            yield _ID, spelling, f"table of {place}", of_rows(rows)
    for (kind, spelling), (heading, value) in other_columns(number).items():
        for place in COLUMNS:
            data = TABLES[place]([["ชื่อ", heading, "สถานะ"], ["ก", value, "ปกติ"]])
            yield kind, spelling, f"table of {place}", data


def _false_in_texts() -> Iterator[tuple[str, ...]]:
    found: dict[str, Counter[Kind]] = {name: Counter() for name in LOOK_ALIKES}
    for name, text in clean_texts():
        found[name].update(_kinds_of_findings(personal_kinds(text)))
    for name, (count, _) in LOOK_ALIKES.items():
        yield name, str(count), str(found[name][Kind.UNSAFE]), str(found[name][Kind.NOTICE])


def _false_in_tables() -> Iterator[tuple[str, ...]]:
    for name, rows in clean_tables().items():
        for place, make in TABLES.items():
            kinds = {match.kind for match in read_content(make(rows)).personal}
            found = Counter(_kinds_of_findings(kinds))
            refused, noticed = found[Kind.UNSAFE], found[Kind.NOTICE]
            yield f"{name}: {place}", "1", str(refused), str(noticed)


def _bare_names() -> Iterator[tuple[str, ...]]:
    for name, texts in (("names without a title", list(names())), ("posts", list(posts()))):
        yield name, str(len(texts)), str(sum(map(is_bare_name, texts)))


def _kinds_of_findings(kinds: Iterable[PersonalDataKind]) -> set[Kind]:
    return {PERSONAL_RULES[kind][1] for kind in kinds}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
