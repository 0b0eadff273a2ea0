"""Structure-aware fuzzing of what people write: records, evidence files, policy files.

Every case follows from its kind and a number, so that `python3 scripts/run.py fuzz` can show one
again. `cases` makes and judges a case, the mutators change one thing, `runner` runs many within
bounds of time.
"""
