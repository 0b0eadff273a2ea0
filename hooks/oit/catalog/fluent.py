"""Messages of the catalogue, formatted as Mozilla's Fluent library does.

The id of a message is its area (the name of the file), a dot and its name: `rules.stale`; of an
attribute, another dot and the attribute: `rules.stale.remedy`.
"""

from collections.abc import Mapping
from functools import cache

from oit.catalog.scanner import Template, templates
from oit.catalog.sources import Language, MessageId, sources, words


def message_text(message_id: str, language: Language, values: Mapping[str, str | int]) -> str:
    """A message or its attribute with its values; numbers have no separators, as years have none.

    `KeyError`: there is no such message, or a placeholder has no value.
    """
    template = _template(message_id, language)
    if template.text is None:
        from oit.catalog import library  # it takes long to load, and few messages need it

        return library.formatted(MessageId.of(message_id), language, values)
    try:
        text = form_of(template, language, values) if template.forms else template.text
        return text.format_map(values)
    except KeyError as missing:
        raise KeyError(message_id, *missing.args) from None


def form_of(template: Template, language: Language, values: Mapping[str, str | int]) -> str:
    """The text of the first form that its value chooses. `KeyError`: the value is not there."""
    value = values[template.chosen_by]
    chosen = (text for key, text in template.forms if _chooses(value, key, language))
    return next(chosen, str(template.text))


def _chooses(value: str | int, key: str, language: Language) -> bool:
    """Whether both are the same number or name, or one is the name of the other's plural."""
    if key.isdecimal():
        number = int(key)
        return value in (number, _plural(number, language))
    return key in (value, _plural(value, language) if isinstance(value, int) else None)


def _plural(number: int, language: Language) -> str:
    """The name of its form by CLDR: of whole numbers, Thai has one, and English two."""
    return "one" if language is Language.EN and abs(number) == 1 else "other"


def has(message_id: str, language: Language) -> bool:
    """Whether there is such a message, or such an attribute of one."""
    area, name, attribute = MessageId.of(message_id)
    return name in sources(area, language) and attribute in _message(area, name, language)


def ids(area: str, language: Language = Language.TH) -> tuple[str, ...]:
    """The names of the messages of an area, in their order."""
    return tuple(sources(area, language))


def attributes(area: str, name: str, language: Language) -> tuple[str, ...]:
    """The names of the attributes of a message, in their order."""
    return tuple(filter(None, _message(area, name, language)))


def variables(message_id: str, language: Language) -> frozenset[str]:
    """The names of the placeholders of a message or of its attribute; empty where there is none.

    `KeyError`: there is no such message.
    """
    area, name, attribute = MessageId.of(message_id)
    known = _message(area, name, language).get(attribute)
    return known.names if known else frozenset()


@cache
def _template(message_id: str, language: Language) -> Template:
    """`KeyError`: there is no such message, or no such attribute of one."""
    try:
        area, name, attribute = MessageId.of(message_id)
        return _message(area, name, language)[attribute]
    except KeyError:
        raise KeyError(message_id) from None


@cache
def _message(area: str, name: str, language: Language) -> Mapping[str, Template]:
    """A message and its attributes by name, its own text by the empty name, in their order."""
    scanned = templates(sources(area, language)[name], words(language))
    if scanned is not None:
        return scanned
    from oit.catalog import library

    return library.templates_of(library.message(area, name, language))
