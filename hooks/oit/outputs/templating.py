"""The Jinja environment of the templates in `oit/templates/`: pages, form, letters."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from oit.catalog import Language, say
from oit.catalog.catalog import Value


@cache
def strict_environment() -> Environment:
    """An environment that escapes values as HTML and raises `UndefinedError` for unknown names.

    Its global `say` has the words of the catalogue in Thai. All share it, so that each template is
    compiled once a process; who needs more than it has takes an overlay with values of its own.
    """
    environment = Environment(
        loader=PackageLoader("oit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # No template has constants to fold: looking for them is a tenth of compiling them.
        optimized=False,
    )
    environment.globals |= {"say": _thai}
    return environment


def _thai(message_id: str, **values: Value) -> str:
    return say(message_id, Language.TH, **values)
