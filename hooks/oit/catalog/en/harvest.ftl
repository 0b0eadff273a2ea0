# Words of `oit harvest`, and of the overview page that it writes.

output = folder for the results
pause = seconds to wait before the same host is asked again
not-read = Nothing was read yet: the list of websites has lines to fix.
offline = No website could be reached at all; this machine may be offline. Nothing was recorded; please try again later.
unread = { $file } of the last harvest cannot be read. Please name another folder by --output, or delete this file; every website is then read again.
other-folder = The folder “{ $folder }” has other files in it, so nothing was written. Please name a new folder by --output.

level-line = to fix
line-none = This file names no website yet.
    .remedy = Please write one address per line.
line-address = “{ $text }” is not the address of a website.
    .remedy = Please write one address per line, beginning with https://, and # before other text.
line-credentials = The address “{ $text }” has a user name or a password in it; it is sent to nobody.
    .remedy = Please take the user name and the password out.
line-repeated = “{ $text }” is on line { $line } already.
    .remedy = Please delete one of the two lines.

level-site = to look into
no-index = There is no index { $path } at this address.
    .remedy = Please check the address in the list, or ask the office to publish its index.
office-id = The office's id “{ $id }” does not have the form of an id.
    .remedy = An id begins with a to z and has only a to z, 0 to 9 and -, at most 63 of them.
no-year = The index has no round, or a fiscal year that is not a Buddhist year.
    .remedy = Please ask the owner of the website to make the index again.
number = The index has a number that is too large for any table.
    .remedy = Please ask the owner of the website to make the index again.
office-repeated = The office's id “{ $id }” is that of { $other }; the tables leave this website out.
    .remedy = Please find out which website is the office's own, and take the other one off the list.

# The overview

summary-none = No website counts yet, of { $asked } on the list.
summary = { $counted } of { $asked } websites count; { $share } per cent was published in time ({ $in_time } of { $judged } entries).
behind = { $count ->
        [0] Every office that counts is current in every item.
        [one] { $count } office has items that are not current today.
       *[other] { $count } offices have items that are not current today.
    }
red = { $count ->
        [0] Every website was read.
        [one] { $count } website is to be looked into.
       *[other] { $count } websites are to be looked into.
    }
written = Tables and overview are in { $folder }.
told-more = and { $count } more
kept-note = The tables have earlier data, of { $day }.

title = How punctually district offices publish (OIT)
read-on = Read from the websites on { $day }
caption = All websites, those that need attention first
group-red = To look into ({ $count })
group-counted = Counted ({ $count })
group-sample = Not counted: demonstrations, and websites with samples ({ $count })
mark-red = to look into
mark-late = not current
mark-current = current
mark-sample = sample, not real data
kept = The figures are earlier data, of { $day }, and are not counted.
never-read = There are no data of this website yet.
column-office = office
column-as-of = day of the index
column-rounds = rounds (fiscal year, B.E.)
column-share = in time
column-late = late
column-missing = missing
column-median = median days late
column-stale = items not current
column-score = calculated OIT score
share = { $share } per cent
of-cells = { $in_time } of { $judged } entries
days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
none = –
how = How it is counted
how-share = “In time” is of entries that are published or past their deadline, in all rounds of the index.
how-missing = “Missing” is past its deadline and without evidence on the day of the index; days are counted until then.
how-stale = “Items not current” are of the newest round, with those whose deadline has passed since the day of the index.
how-counted = Only real websites with nothing to look into count; demonstrations and websites with samples do not.
how-score = The calculated score is the office's own, not the assessor's result.
data = The data of this page
data-whole = everything in one file
data-parts = Parquet files by office and fiscal year are in the folders items, cells and evidence
