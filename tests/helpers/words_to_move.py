"""Modules whose words are not in the catalogue yet."""

TO_MOVE = {
    "hooks/oit/model/fields.py",
}
