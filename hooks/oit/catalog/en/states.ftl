# Sentences of status on pages: what is late first

# A round
late-item = 1 item is late: { $item } { $what }, { $days ->
    [one] 1 day
   *[other] { $days } days
    } – { $division }
late-items = { $count } items are late: { $names }
faulty-items = { $count ->
    [one] 1 item has errors
   *[other] { $count } items have errors
    }: { $names }
soon-items = { $count ->
    [one] 1 item is due soon
   *[other] { $count } items are due soon
    }: { $names }
more-items = { $count } more
no-item-late = No item is late
all-full = All { $count } items are in order; none is late
upcoming = This round opens on { $day }
count-full = { $count ->
    [one] 1 item up to date
   *[other] { $count } items up to date
    }
count-soon = { $count ->
    [one] 1 item due soon
   *[other] { $count } items due soon
    }
count-wait = { $count ->
    [one] 1 item not yet due in part
   *[other] { $count } items not yet due in part
    }
count-waived = { $count ->
    [one] 1 item waived
   *[other] { $count } items waived
    }
count-full-closed = { $count ->
    [one] 1 item complete
   *[other] { $count } items complete
    }
count-soon-closed = { $count ->
    [one] 1 item complete
   *[other] { $count } items complete
    }
count-wait-closed = { $count ->
    [one] 1 item not due in part before the round closed
   *[other] { $count } items not due in part before the round closed
    }
count-waived-closed = { $count ->
    [one] 1 item waived
   *[other] { $count } items waived
    }

# A section
late-thing = 1 thing is late: { $item } { $what }, { $days ->
    [one] 1 day
   *[other] { $days } days
    }
late-things = { $count } things are late
soon-things = { $count ->
    [one] 1 thing is due soon
   *[other] { $count } things are due soon
    }

# An item
late = { $count ->
    [one] Late
   *[other] { $count } things are late
    }: { $what }
soon = Due soon: { $what }
faulty = { $count ->
    [one] 1 error to fix
   *[other] { $count } errors to fix
    }
waived = Waived until { $day }
nothing-late = Nothing is late
more-things = { $what } and { $count } more
published = { $filled } of { $owed } published
unowed = some of it was not due before the round closed
next = next due { $day }
leads = { $division } answers for it
late-since = due { $due }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
    }; { $division } answers for it
soon-since = by { $due }; { $division } answers for it

# What is late or due soon, after the name of an item
late-owed = { $what }, due { $due }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
    } – { $division }
late-due = due { $due }
soon-owed = { $what }, by { $due } – { $division }
of-period = { $what }, { $period }
confirmation = update or confirmation

# Marks of an item
tag-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
    }
tag-invalid = Has errors
tag-incomplete = Late
tag-stale = Late
tag-waived = Waived
tag-pending = Not yet due
tag-due = Due soon
tag-current = Up to date
tag-complete = Complete at closing
tone-late = Late or has errors
tone-soon = Due soon
tone-wait = Not yet due
tone-ok = Up to date

as-of = as of { $day }
as-of-closing = as of the closing day, { $day }
sample = sample, not the real result
