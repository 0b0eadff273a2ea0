"""How every template of ours is read."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def strict_environment() -> Environment:
    """Templates that escape by default and refuse an unknown name."""
    return Environment(
        loader=PackageLoader("oit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
