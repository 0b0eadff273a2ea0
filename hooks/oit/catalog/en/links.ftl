# `oit links`: links of records to other sites. The state is the level of a block.

dead = Dead
dead-found = { $reason }
    .remedy = Correct the address, or attach the evidence as a file.
failing = Failing
failing-found = { $reason }
    .remedy = It counts as dead after failures on { $limit } separate days.
refused = Blocked
refused-found = { $reason }
    .remedy = Open it yourself: it may serve people and not programs.
working = Working
working-found = { $reason }

failed-on = Failed on { $days }
summary = { $count ->
        [one] { $count } link checked: { $states }
       *[other] { $count } links checked: { $states }
    }
counted = { $name } { $count }

# Words of `oit links`.

state = where results are remembered; else in the user’s cache
strict = exit 1 where a link is dead
offline = No site at all could be reached. This machine may be cut off. Nothing was recorded.
unread = “{ $file }” cannot be read, so nothing was checked. Name another file with --state, or delete it.
unwritten = “{ $file }” cannot be written. Name another file with --state.
