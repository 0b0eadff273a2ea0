"""The assessment room: a `Site` and a date in, an `Assessment` out.

`assess` builds the cells of each item, runs the rules, and derives statuses and the score; `gate`
decides whether the result may be published. Everything here is pure: no disk, clock, network or
environment. It may import `records`, `evidence`, `model` and the values at the root of `oit`.
"""
