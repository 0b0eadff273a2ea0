"""The director’s report of a month and the reminder to a division."""
