"""What writes records and policy files: edits, choices for prompts, previews, new rounds.

Values in, values or text out: `system.writing` puts them on the disk, `commands` asks people. May
import `model`, `records`, `evidence`, `assessment`, `reporting`, `wording` and the modules beside
the rooms.
"""
