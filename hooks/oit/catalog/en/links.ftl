# Words of `oit links`.

state = where results are remembered; else in the user’s cache
strict = exit 1 where a link is dead
offline = No site at all could be reached. This machine may be cut off. Nothing was recorded.
unread = “{ $file }” cannot be read, so nothing was checked. Name another file with --state, or delete it.
unwritten = “{ $file }” cannot be written. Name another file with --state.
