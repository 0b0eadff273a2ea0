"""The last guard before a stranger's text reaches a page."""

import nh3

_TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote"),
    *("ul", "ol", "li", "strong", "em", "code", "pre", "a", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
}
ANCHOR_PREFIX = "text-"
"""Every id from a record begins so: it can name no part of the page but its own."""


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "id" and not value.startswith(ANCHOR_PREFIX):
        return None
    if tag == "img" and attribute == "src" and ":" in value:
        return None
    return None if attribute == "src" and value.startswith("//") else value


def sanitise(html: str) -> str:
    """HTML with only the elements, ids and links that a record may bring.

    Classes, styles, event handlers, forms, frames and scripts do not pass.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
