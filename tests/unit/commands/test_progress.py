"""A sign of life, on a terminal and after a while."""

import signal
import threading
from collections.abc import Callable

import pytest

from oit.commands import progress


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)


def waiting_for(event: threading.Event) -> Callable[[], bool]:
    """A command that ends once something was said; not later than a minute from now."""
    return progress.says_when_slow(lambda: event.wait(60))


@pytest.mark.usefixtures("on_terminal")
def test_a_slow_command_says_that_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, once."""
    said, texts = threading.Event(), []

    def echo(text: str, *, err: bool) -> None:
        texts.append((text, err))
        said.set()

    monkeypatch.setattr(progress, "SECONDS", 0.01)
    monkeypatch.setattr("click.echo", echo)
    assert waiting_for(said)()
    assert texts == [("กำลังดำเนินการ โปรดรอสักครู่ (working)", True)]


@pytest.mark.usefixtures("on_terminal")
def test_a_quick_command_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Its timer ends with it."""
    before = signal.getsignal(signal.SIGALRM)
    assert progress.says_when_slow(lambda: 7)() == 7
    assert capsys.readouterr().err == ""
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.usefixtures("on_terminal")
def test_a_command_on_a_terminal_may_still_make_a_copy_of_its_process() -> None:
    """Which takes a process without a second thread (`system.both_cores`)."""
    assert progress.says_when_slow(threading.active_count)() == threading.active_count()


def test_a_system_without_the_signal_has_a_thread(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with the command."""
    monkeypatch.setattr(progress, "SECONDS", 0)
    with progress._telling_by_thread():
        while not (said := capsys.readouterr().err):
            pass
    assert "working" in said


def test_programs_are_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal, no timer is even started."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    monkeypatch.setattr(signal, "setitimer", None)
    assert progress.says_when_slow(lambda: 7)() == 7
