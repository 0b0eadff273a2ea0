"""`python -m oit_app` is the command `oit`."""

from oit_app.cli import main

main()
