# Words of `oit confirm`.

by = the post, not a person’s name
note = why it is still right
nothing-published = Nothing of item { $item } was published in this round, so there is nothing to confirm. Use oit add first.
no-change = The confirmation was not recorded: the data was updated or confirmed on { $last }, or the round has closed.
record = item { $item }, the record ({ $record }) confirmed by { $post }
part = item { $item }, the data of { $division } confirmed by { $post }
