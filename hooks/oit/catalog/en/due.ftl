# Help of the options of `oit due`.

within = overdue, or due within so many days
format = text, or JSON
