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
state = { $name } { $count }
