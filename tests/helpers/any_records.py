"""Records as anybody may write them: any values, any style of YAML, comments at any place."""

from datetime import date
from typing import Any

import yaml
from hypothesis import strategies as st

from oit.findings import DocumentError
from oit.model.record import Review
from oit.records.strict_yaml import parse_yaml

words = st.text(min_size=1, max_size=120)
days = st.dates(date(1900, 1, 1), date(2399, 12, 31))
_periods = st.sampled_from(["2025-03", "FY2568-Q2", "FY2568-H1", "FY2568"])
_slugs = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
_replaced = st.fixed_dictionaries(
    {"reason": words, "date": days.map(str)},
    optional={
        "published": days.map(str),
        "sha256": st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    },
)
_evidence = st.one_of(
    *(
        st.fixed_dictionaries(
            {"kind": st.just(kind), "for": _slugs, "published": days.map(str), **needs},
            optional={
                "periods": st.lists(_periods),
                "sample": st.sampled_from(["true", "false"]),
                "replaces": st.lists(_replaced, max_size=2),
            },
        )
        for kind, needs in {
            "file": {"title": words, "file": words},
            "url": {"title": words, "url": words},
            "section": {"title": words, "section": _slugs},
            "none": {"reason": words},
        }.items()
    )
)
REVIEW_DAY, *_REVIEW_TEXTS = (field.alias or name for name, field in Review.model_fields.items())
"""The name of the field that has the day, then those of texts."""
_reviews = st.fixed_dictionaries({REVIEW_DAY: days.map(str), **dict.fromkeys(_REVIEW_TEXTS, words)})
records = st.fixed_dictionaries(
    {"item": st.just("O7"), "owner": _slugs, "frequency": st.just("annual")},
    optional={
        "updated": days.map(str),
        "reviews": st.lists(_reviews, max_size=3),
        "evidence": st.lists(_evidence, max_size=3),
    },
)
"""The raw values of a record of an item."""
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, None, '"', "'", "|", ">"]),
        "default_flow_style": st.sampled_from([True, False, False, None]),
        "allow_unicode": st.booleans(),
        "width": st.sampled_from([20, 80, 1000]),
        "sort_keys": st.booleans(),
        "indent": st.sampled_from([2, 4]),
    }
)
"""Ways in which PyYAML writes them."""


class _Untagged(yaml.SafeDumper):
    """Writes text as text, whatever it looks like: our reader takes every scalar for text."""


class _Indented(_Untagged):
    """Indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow=flow, indentless=False)


@st.composite
def written(draw: st.DrawFn) -> str:
    """The fields of a record in any style."""
    dumper = draw(st.sampled_from([_Untagged, _Indented]))
    options: dict[str, Any] = draw(styles)
    text: str = yaml.dump(draw(records), Dumper=dumper, **options)
    return text.removesuffix("...\n")


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The same with comments, wherever YAML takes them for comments, and those comments."""
    text: str = draw(written())
    comments: list[str] = []
    for number in range(draw(st.integers(1, 6))):
        comment = f"# หมายเหตุ {number}."
        changed = _with_comment(draw, text, comment)
        if _values(changed) == _values(text):
            text, comments = changed, [*comments, comment]
    return text, comments


def _with_comment(draw: st.DrawFn, text: str, comment: str) -> str:
    lines = text.split("\n")[:-1]
    place = draw(st.integers(0, len(lines)))
    if place < len(lines) and draw(st.booleans()):
        lines[place] += f"  {comment}"
    else:
        blank = [""] if draw(st.booleans()) else []
        lines[place:place] = [*blank, " " * draw(st.integers(0, 8)) + comment]
    return "".join(f"{line}\n" for line in lines)


def _values(text: str) -> Any:
    try:
        return parse_yaml(text).values
    except DocumentError:
        return None
