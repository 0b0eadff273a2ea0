# What is told with a finding: what follows from it, and where else the same is found.
missing = There is no { $what } yet, because this evidence cannot be used.
missing-more = There is no { $what } yet, nor { $count } more, because this evidence cannot be used.
stale = The item still counts as overdue, because this date is not known.
elsewhere = The same is found in { $count ->
        [one] one more place
       *[other] { $count } more places
    }: { $places }.
elsewhere-more = The same is found in { $count } more places, such as { $places }.
line = line { $line }
file = the file “{ $name }”
unjudged = The records of fiscal year { $common } (B.E. { $year }) were not checked, because this file cannot be read.
