"""The edges: environment, clock, command line. What MkDocs and people call."""
