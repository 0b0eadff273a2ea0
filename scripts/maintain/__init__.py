"""Programs for maintainers, run inside `.venv`: `python3 scripts/run.py NAME`."""
