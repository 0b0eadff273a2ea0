# Words of `oit freshness`.

dry-run = tell what would be done, write nothing
unread = Settings or rounds could not be read. No issue was opened or closed. See oit check.
done = { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
nothing = no issue to change
open = open
update = update
comment = update, with a comment
close = close
