"""Programs for maintainers, run inside `.venv`: `python3 scripts/run.py NAME`.

The first line of a program's docstring says in the runner's list what it does. Tests import from
here; nothing here imports from `tests/`.
"""
