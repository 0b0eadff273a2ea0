"""`python -m oit` runs the command `oit`."""

from oit.commands.cli import main

main(prog_name="oit")
