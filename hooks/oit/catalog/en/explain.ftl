# `oit explain`: all texts of a rule.
texts =
    { $what }
    Meaning: { $help }
    Expected: { $expected }
    Remedy: { $remedy }
example = Example:
