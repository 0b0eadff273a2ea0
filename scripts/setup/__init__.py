"""What the programs of `scripts/` share.

It works before `.venv` is there: it imports the standard library alone.
"""
