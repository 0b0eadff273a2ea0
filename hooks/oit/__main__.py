"""`python -m oit` runs the command `oit`."""

from oit.commands.start import main

main()
