"""`python -m oit` is the command `oit`."""

from oit_app.cli import main

main()
