"""Words of the scripts, Thai and English; they run before the engine's catalogue is installed.

`setup.waiting` stands in `scripts/setup/words.json`. As `python_version` says in it that Python is
too old, this module keeps to the syntax of Python 3.6.
"""

import json
from pathlib import Path

_SCRIPTS = Path(__file__).resolve().parents[1]


def say(message: str, language: str, **values: object) -> str:
    """A message in `th` or `en`, its values filled in. `KeyError`: one of them is not there."""
    folder, _, name = message.partition(".")
    words = json.loads((_SCRIPTS / folder / "words.json").read_text("utf-8"))
    return str(words[name][language]).format(**values)


def both(message: str, **values: object) -> str:
    """The text in Thai, and below it in English, marked as the engine marks it."""
    thai, english = (say(message, language, **values) for language in ("th", "en"))
    return "{}\n{} {}".format(thai, say("setup.mark", "en"), english)


def beside(message: str, **values: object) -> str:
    """The text in Thai, and behind it in English in brackets."""
    return "{} ({})".format(*(say(message, language, **values) for language in ("th", "en")))
