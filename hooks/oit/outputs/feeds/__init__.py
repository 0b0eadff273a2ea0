"""Feeds that people subscribe to: what was published (Atom) and what is due (iCalendar).

Imports `contract`, `assessment`, `reporting`, `wording`, and the modules of `outputs` itself.
"""
