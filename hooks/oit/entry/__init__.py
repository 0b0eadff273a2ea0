"""One entry of a record, made the same way for a command, the desk and the inbox.

`carry_out` takes an order and gives what it would change; `stage` does so for several, and
`difference` tells what came of them. Here nothing is written and nothing is printed.
"""
