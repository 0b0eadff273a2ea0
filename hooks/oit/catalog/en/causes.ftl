# What is told with a finding: what follows from it, and where else the same is found.
missing = Until this is fixed, { $what } does not count as published.
missing-more = Until this is fixed, { $what } and { $count } more do not count as published.
stale = Until this is fixed, the item still counts as overdue.
elsewhere = The same is found in { $count ->
        [one] one more place
       *[other] { $count } more places
    }: { $places }.
elsewhere-more = The same is found in { $count } more places, such as { $places }.
line = line { $line }
file = the file “{ $name }”
unjudged = The records of fiscal year { $common } (B.E. { $year }) were not checked, because this file cannot be read.
