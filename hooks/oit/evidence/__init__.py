"""Evidence files into facts: bytes go in, plain values come out.

Nothing here raises on any bytes, judges, or words a message. `runner` alone starts processes, and
`child` alone opens files; all else is pure.
"""
