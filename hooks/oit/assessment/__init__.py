"""A `Site` and a date into an `Assessment`: cells, confirmation, rules, scores, the gate."""
