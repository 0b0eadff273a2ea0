"""Commands that write records: what they ask, and how they write it."""
