"""What holds this repository's own round, settings and documents to their promises."""
