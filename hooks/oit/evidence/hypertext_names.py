"""Names of HTML and SVG, by what browsers do with them."""

HYPERTEXT = frozenset({"html", "htm", "xhtml", "svg", "xml", "rss", "atom"})
"""Extensions of files that browsers and readers of feeds parse."""
ACTIVE = frozenset(
    {
        *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal"),
        *("form", "base", "foreignobject", "animate", "set", "handler", "listener"),
    }
)
"""Elements that run, frame or send something, or change where a page leads."""
LINKS = frozenset({"href", "action", "formaction", "xlink:href", "cite", "longdesc"})
"""Attributes that lead somewhere."""
LOADS = frozenset(
    {
        *("src", "srcset", "data", "poster", "background", "imagesrcset", "ping", "manifest"),
        *("archive", "codebase", "classid", "code", "dynsrc", "lowsrc"),
    }
)
"""Attributes whose address is fetched with the page."""
LOADING_LINKS = frozenset({"link", "use", "image", "feimage", "pattern", "lineargradient"})
"""Elements whose `href` is fetched by itself."""
NAMING_RELATIONS = frozenset(
    {
        *("alternate", "author", "bookmark", "canonical", "help"),
        *("license", "me", "next", "prev", "search"),
    }
)
"""Relations of `link` for which browsers fetch nothing (HTML, 4.6.7)."""
STYLED = frozenset(
    {
        *("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"),
        *("marker", "marker-start", "marker-mid", "marker-end"),
    }
)
"""Attributes that are read as CSS; in SVG some of them load what they name."""
UNSHOWN = frozenset({"script", "style"})
"""Elements whose text nobody reads."""
INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s"),
        *("samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        *("wbr", "tspan"),
    }
)
"""Elements that stand within a line: what is before and behind them is one text."""
