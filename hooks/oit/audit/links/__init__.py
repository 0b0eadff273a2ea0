"""Links of records to other sites: `collect` finds them, `history` remembers how they responded."""
