"""What templates write into pages: the closed list of elements, attributes and programs."""

import re

from oit.contract.marks import ALL

_FRAME = (
    *("html", "head", "title", "meta", "link", "script", "body", "header", "main", "footer"),
    *("template", "dialog", "form", "label", "input", "button", "select", "option", "output"),
)
_BLOCKS = (
    *("article", "section", "nav", "address", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "blockquote", "pre", "hr"),
)
_WORDS = ("a", "b", "strong", "em", "small", "span", "code", "time", "br", "img")
_DRAWINGS = ("svg", "g", "path", "line", "rect", "circle", "text", "title")
ELEMENTS = frozenset({*_FRAME, *_BLOCKS, *_WORDS, *_DRAWINGS})
"""Of pages that are made from the index, and of the texts in them."""

_PLAIN = (
    *("id", "class", "lang", "href", "hreflang", "rel", "title", "role", "type", "name", "content"),
    *("src", "alt", "loading", "start", "scope", "colspan", "datetime", "for", "value", "tabindex"),
    *("charset", "http-equiv", "property", "media", "as", "crossorigin", "sizes", "defer"),
    *("autocomplete", "autocapitalize", "spellcheck", "placeholder"),
    *("aria-label", "aria-labelledby", "aria-current", "aria-hidden", "aria-roledescription"),
)
_OURS = (
    *ALL,
    *("data-as-written", "data-search-exclude", "data-state"),
    *("data-as-of", "data-closes", "data-deadlines", "data-ahead", "data-in-days", "data-today"),
    *("data-words", "data-day", "data-days", "data-l", "data-sort", "data-owners", "data-table"),
    *("data-search", "data-shown", "data-none", "data-failed", "data-found", "data-loads"),
    *("data-loose", "data-most", "data-root", "data-sample", "data-waits", "data-worker"),
    *("data-earlier", "data-earlier-found", "data-earlier-most"),
    *("data-earlier-none", "data-earlier-failed"),
)
_DRAWN = (
    *("viewbox", "width", "height", "version", "xmlns", "xmlns:xlink", "focusable", "transform"),
    *("d", "cx", "cy", "r", "x", "y", "x1", "x2", "y1", "y2", "fill", "stroke", "stroke-width"),
    *("stroke-miterlimit", "opacity", "font-family", "font-size", "text-anchor", "display"),
    *("pointer-events", "shape-rendering", "fill-opacity", "stroke-opacity", "stroke-linecap"),
)
ATTRIBUTES = frozenset({*_PLAIN, *_OURS, *_DRAWN})
"""None of them hides or moves an element, runs anything or sends anything."""

UNSEEN = {
    "vh": frozenset({"label", "caption", "span"}),
    "print": frozenset({"p"}),
    "hide": frozenset({"td", "th"}),
}
"""Classes of what is not seen on a screen, each with the elements that may have it."""

PROGRAMS = re.compile(r"/?(?:\.{1,2}/)*assets/(?:page|search-start|aging|filter|table)\.js")
"""Addresses of the programs that pages load."""
