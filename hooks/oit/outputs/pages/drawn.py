"""Small drawings of figures: bars of an amount, and dots on a scale of scores.

Places are attributes of SVG, in per cent, so that they need neither script nor style; colours are
those of `assets/blocks.css`. Each stands beside the figure that it draws, and says nothing else.
"""

from decimal import Decimal

from markupsafe import Markup

_ONE_DECIMAL = Decimal("0.1")


def amount_bar(value: Decimal | None, most: Decimal) -> Markup:
    """A bar of an amount, for a line of a ledger; nothing where it is unknown or 0."""
    if not value or most <= 0:
        return Markup()
    return Markup(
        '<svg class="b" aria-hidden="true"><rect class="v" width="{}" height="100%"/></svg>'
    ).format(_share(value, most))


def plan_bar(spent: Decimal | None, plan: Decimal | None, most: Decimal) -> Markup:
    """What was spent as a bar on that of its plan; nothing where either is unknown."""
    if spent is None or plan is None or most <= 0:
        return Markup()
    return Markup(
        '<svg class="p" aria-hidden="true"><rect class="t" width="{}" height="100%"/>'
        '<rect class="v" width="{}" y="22%" height="56%"/></svg>'
    ).format(_share(plan, most), _share(spent, most))


def dot(score: Decimal, line: Decimal | None, least: Decimal, most: Decimal) -> Markup:
    """A score as a dot between the ends of a scale, red where it is below a dashed line."""
    is_weak = line is not None and score < line
    at = place(score, least, most)
    dashed = Markup('<line class="g" x1="{0}" x2="{0}" y1="0" y2="100%"/>')
    return Markup(
        '<svg aria-hidden="true"><line class="a" x1="0" x2="100%" y1="50%" y2="50%"/>{}'
        '<circle class="{}" cx="{}" cy="50%" r="6"/></svg>'
    ).format(
        dashed.format(place(line, least, most)) if line is not None else "",
        "w" if is_weak else "v",
        at,
    )


def place(value: Decimal, least: Decimal, most: Decimal) -> str:
    """Where a value stands between the ends of a scale: `83.3%`; beyond them at the end."""
    return _share(value - least, most - least)


def _share(part: Decimal, whole: Decimal) -> str:
    share = min(max(part / whole, Decimal()), Decimal(1))
    return f"{(100 * share).quantize(_ONE_DECIMAL)}%"
