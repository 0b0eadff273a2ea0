"""Twelve files as divisions send them: what each is taken for, why, and what becomes of it."""

import pytest

from helpers import made_files as made
from helpers import year_books
from helpers.inbox_files import InboxFile, Outcome, inspected, twelve, word_text
from oit.assessment.result import Assessment
from oit.findings import FAULTY
from oit.intake.earlier import published_as
from oit.intake.faults import faults_alone
from oit.intake.guesses import taken_for
from oit.intake.questions import objection_to, question_of, questions_about, target_of
from oit.intake.shapes import Asks, Clue

FILES = {file.name: file for file in twelve()}


def test_the_office_owes_them_and_is_sound(office: Assessment) -> None:
    """What was taken out of the sample office leaves no fault but lateness."""
    assert [found for found in office.findings if found.kind in FAULTY] == []
    assert len(FILES) == 12


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if file.target])
def test_a_file_is_taken_for_what_it_is(name: str, office: Assessment) -> None:
    """The one likely cell is the right one, and each reason has words that stand in the file."""
    file = FILES[name]
    facts = inspected(file, office)
    guesses = taken_for(name, facts, office)
    target = target_of(name, facts, guesses, office)
    assert target
    assert (target.item, target.requirement, str(target.period or "")) == file.target
    assert guesses[0].reasons
    assert all(reason.seen for reason in guesses[0].reasons)


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name].outcome is Outcome.BACK])
def test_what_cannot_be_published_is_known_before_anybody_is_asked(
    name: str, office: Assessment
) -> None:
    """By a rule of the gate, or because it contradicts itself."""
    file = FILES[name]
    facts = inspected(file, office)
    guesses = taken_for(name, facts, office)
    told = {finding.rule for finding in faults_alone(name, facts, office)}
    objected = objection_to(name, facts, guesses[0].target, office) if guesses else None
    assert told | ({objected.objection.value} if objected else set()) == {file.rule}


@pytest.mark.parametrize(
    "name", [name for name in FILES if FILES[name].outcome is not Outcome.BACK]
)
def test_what_can_be_published_has_no_fault(name: str, office: Assessment) -> None:
    """Nothing keeps it, and nothing in it contradicts its name."""
    facts = inspected(FILES[name], office)
    target = taken_for(name, facts, office)[0].target
    assert faults_alone(name, facts, office) == ()
    assert objection_to(name, facts, target, office) is None


def test_two_questions_are_asked_of_all_twelve(office: Assessment) -> None:
    """Whether the year is split, and whether what is hidden goes; the rest is clear."""
    asked = {}
    for name, file in FILES.items():
        if file.outcome not in (Outcome.BACK, Outcome.THERE):
            facts = inspected(file, office)
            question = question_of(name, facts, taken_for(name, facts, office), office)
            if question:
                asked[name] = question.asks.value
    expected = {name: file.outcome.value for name, file in FILES.items()}
    assert asked == {name: asks for name, asks in expected.items() if asks in ("year", "clean")}


def test_the_same_content_is_known_under_another_name(office: Assessment) -> None:
    """By what its table says; a file that is new has no such entry."""
    for name, file in FILES.items():
        there = published_as(inspected(file, office), office)
        assert (there is not None) == (file.outcome is Outcome.THERE), name
        assert there is None or there.file == "summary-2025-02.csv"


def test_a_second_table_for_a_month_is_asked_about(office: Assessment) -> None:
    """It may take the place of the first, which the question names; its signed copy joins it."""
    table = year_books.book(
        {"ก.พ. 68": year_books.month("กุมภาพันธ์ 2568", year_books.purchase(1, "วัสดุ"))}
    )
    for name, data, asked in (
        ("สขร.1 ก.พ. 68.xlsx", table, ["สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือนกุมภาพันธ์ 2568"]),
        ("สขร.1 ก.พ. 68.pdf", made.pdf("สรุปผลการจัดซื้อจัดจ้าง เดือนกุมภาพันธ์ 2568"), []),
    ):
        facts = inspected(InboxFile(name, data, None, Outcome.GOOD), office)
        target = target_of(name, facts, taken_for(name, facts, office), office)
        assert target
        questions = questions_about(target, facts, office)
        assert [title for question in questions for title in question.about] == asked
        assert all(question.asks is Asks.REPLACE for question in questions)


def test_a_manual_is_for_the_division_that_it_names(office: Assessment) -> None:
    """What each division owes goes into its part; the name says whose it is."""
    file = word_text()
    best = taken_for(file.name, inspected(file, office), office)[0]
    assert (best.target.item, best.target.division) == ("O6", "works")
    assert Clue.DIVISION in [reason.clue for reason in best.reasons]


def test_the_headings_of_a_table_are_enough(office: Assessment) -> None:
    """A table of the form without a word about it: its columns say what it is, not of when."""
    file = FILES["รายได้ เดือน ก.พ. 68.xlsx"]
    facts = inspected(file, office)
    best = taken_for("Book1.xlsx", facts, office)[0]
    assert (best.target.item, str(best.target.period)) == ("O10", "2025-02")
    assert {reason.clue for reason in best.reasons} >= {Clue.TABLE, Clue.TITLE}


def test_nothing_is_guessed_of_a_picture_without_a_name(office: Assessment) -> None:
    """What is owed and empty is offered instead."""
    name = "IMG_4021.HEIC"
    facts = inspected(FILES[name], office)
    assert taken_for(name, facts, office) == ()
    question = question_of(name, facts, (), office)
    assert question
    assert question.asks is Asks.TARGET
    assert {target.item for target in question.targets} == {"O10", "O15", "O17"}
