"""All tables of an earlier year's results (ITA), as the page of the results folds them away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from oit.evidence.tables.columns import Kind
from oit.evidence.tables.schema import Role
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Column, Detail, Line, Table, table_of
from oit.reporting.previous_results import ItaResults, number

SURVEYS = ("IIT", "EIT")
"""The tools that ask people."""
_SEXES = ("male", "female", "unspecified", "total")
"""Columns of `ita-respondents-sex`."""

Rows = Iterable[Mapping[str, str]]


def score_tables(results: ItaResults, writer: PageWriter) -> tuple[Table, ...]:
    """Every table that is disclosed, in the order in which people look for them."""
    return tuple(table for table in _tables(results, writer) if table.rows)


def _tables(results: ItaResults, writer: PageWriter) -> Iterator[Table]:
    say = writer.say
    yield _table(
        say("ita.indicators"),
        results.rows("ita-indicators"),
        {"name_th": say("ita.indicator")},
        {"score": say("ita.score")},
        numbered_by="indicator",
    )
    yield from _question_tables(results, writer)
    yield _table(
        say("ita.division"),
        results.rows("ita-divisions"),
        {"name_th": say("ita.division")},
        _division_columns(writer),
    )
    yield _table(
        say("ita.service"),
        results.rows("ita-services"),
        {"service_th": say("ita.service")},
        _service_columns(writer),
    )
    yield _table(
        say("ita.sexes"),
        results.rows("ita-respondents-sex"),
        {"tool": say("ita.tool")},
        {sex: say(f"ita.{sex}") for sex in _SEXES},
    )
    yield _table(
        say("ita.languages"),
        results.rows("ita-respondents-language"),
        {"language": say("ita.language")},
        {"respondents": say("ita.respondents")},
    )


def _division_columns(writer: PageWriter) -> dict[str, str]:
    columns = {}
    for tool in SURVEYS:
        columns[f"{tool.lower()}_respondents"] = writer.say("ita.respondents-of", tool=tool)
        columns[f"{tool.lower()}_score"] = tool
    return {**columns, "mean_score": writer.say("ita.mean")}


def _service_columns(writer: PageWriter) -> dict[str, str]:
    questions = {f"e{digit}": f"E{digit}" for digit in range(1, 7)}
    return {"respondents": writer.say("ita.respondents"), "eit_score": "EIT", **questions}


def _table(
    caption: str,
    rows: Rows,
    names: Mapping[str, str],
    figures: Mapping[str, str],
    numbered_by: str = "",
) -> Table:
    """A table of a column of names and columns of figures, each by its heading."""
    columns = [
        *(Column(heading, role=Role.KEY) for heading in names.values()),
        *(Column(heading, Kind.FIGURE) for heading in figures.values()),
    ]
    cells = [
        [
            *(Cell(text=f"{row.get(numbered_by, '')} {row[name]}".strip()) for name in names),
            *(Cell(text=row[name]) for name in figures),
        ]
        for row in rows
    ]
    return table_of(caption, columns, cells)


def _question_tables(results: ItaResults, writer: PageWriter) -> Iterator[Table]:
    """The questions of each tool, each with what was answered in a small fold."""
    answers = results.by("ita-answers", "question")
    columns = (
        Column(writer.say("ita.question"), role=Role.KEY),
        Column(writer.say("ita.score"), Kind.FIGURE),
        Column(writer.say("ita.respondents"), role=Role.DETAIL),
    )
    for tool, rows in results.by("ita-questions", "tool").items():
        who = writer.say(f"ita.who-{tool}")
        cells = [_question(row, answers.get(row["question"], ()), writer) for row in rows]
        yield table_of(writer.say("ita.questions", tool=tool, who=who), columns, cells)


def _question(
    row: Mapping[str, str], answers: Sequence[Mapping[str, str]], writer: PageWriter
) -> list[Cell]:
    name = Cell(text=f"{row['question']} {row['text_th']}")
    return [name, Cell(text=row["score"]), _answers(answers, writer)]


def _answers(answers: Sequence[Mapping[str, str]], writer: PageWriter) -> Cell:
    if not answers:
        return Cell()
    ordered = sorted(answers, key=lambda answer: number(answer["option_number"]))
    lines = tuple(
        Line(
            writer.say(
                "ita.answer", option=answer["option_th"], count=int(number(answer["count"]))
            ),
            note=f"{answer['percent']}%",
        )
        for answer in ordered
    )
    total = sum(int(number(answer["count"])) for answer in answers)
    summary = writer.say("ita.answers", count=total)
    return Cell(summary=summary, details=(Detail(writer.say("ita.question"), lines),))
