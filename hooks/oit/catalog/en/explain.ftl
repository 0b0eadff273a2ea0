# `oit explain`: all texts of a rule.
texts =
    { $what }
    Meaning: { $help }
    Expected: { $expected }
    Remedy: { $remedy }
example = Example:
unknown = There is no message “{ $rule }”. See oit explain for all of them.
similar = There is no message “{ $rule }”. Similar ones: { $likely }. See oit explain for all of them.
