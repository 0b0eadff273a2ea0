"""The Jinja environment of the templates in `oit/templates/`: pages, form, director's report."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def strict_environment() -> Environment:
    """An environment that escapes values as HTML and raises `UndefinedError` for unknown names."""
    return Environment(
        loader=PackageLoader("oit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
