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
unchecked-lateness = Nothing was checked for being late, because the waivers in this file cannot be read.
unchecked-reviewed = Evidence files were not checked for personal data and hidden content, because the reviews in this file cannot be read.
unchecked-hosts = Pages in docs/ were not checked for what they load from other sites, because this setting cannot be read.
unchecked-types = The types of evidence files were not checked, because this setting cannot be read.
unchecked-settings = The types of evidence files, and what pages in docs/ load from other sites, were not checked, because the settings cannot be read.
later = There is evidence on line { $line }, but it counts from { $day }, after the day of this check. If the date is wrong, correct “published”.
