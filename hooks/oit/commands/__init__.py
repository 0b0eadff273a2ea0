"""The command line: one module per command.

`cli` lists the commands and imports each when it is called. A module reads its arguments, calls the
rooms below, prints, and ends with a status: 0 passed, 1 found something, 2 could not run. This is
the top of the engine: commands may import every other room, and nothing imports commands.
"""
