"""`run.py engines`: what two engines say of the same data, side by side."""

from typing import Any

from maintain.engines import compared

FINDING = {
    "rule": "missing",
    "fiscal_year": 2568,
    "item": "O1",
    "period": "2025-03",
    "file": "x.md",
}


def verdict(*failing: dict[str, Any], **statuses: str) -> dict[str, Any]:
    found = {"failing": list(failing), "listed": [], "notices": []}
    return {"passed": not failing, **found, "statuses": statuses}


def lines(base: dict[str, Any] | None, request: dict[str, Any] | None) -> str:
    return "\n".join(compared(base, request))


def test_two_engines_that_agree_have_nothing_to_tell() -> None:
    """Whatever they found."""
    assert "ผลการตรวจตรงกันทุกเรื่อง" in lines(
        verdict(FINDING, O1="stale"), verdict(FINDING, O1="stale")
    )


def test_findings_gained_and_lost_and_statuses_are_told() -> None:
    """With how often each engine has them, and the verdict where it differs."""
    text = lines(verdict(FINDING, FINDING, O1="stale"), verdict(O1="current", O2="due"))
    assert "missing · 2568 · O1 · 2025-03 · x.md | 2 | 0 |" in text
    assert "| ผ่าน (passed) | false | true |" in text
    assert "(status) O1 | stale | current |" in text
    assert "(status) O2 | – | due |" in text


def test_an_engine_that_could_not_run_is_told() -> None:
    """No verdict is no agreement."""
    assert "ตรวจไม่ได้" in lines(None, verdict())
    assert "ตรวจไม่ได้" in lines(verdict(), None)


def test_what_a_stranger_wrote_stays_text() -> None:
    """A request's engine may print anything."""
    text = lines(verdict(), verdict({**FINDING, "file": "<img src=x> | [x](http://x)\n::error::"}))
    assert "<img" not in text
    assert "\n::error::" not in text
