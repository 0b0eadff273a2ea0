"""Tables for people: rows as cards on phones, figures that align, days as people say them."""
