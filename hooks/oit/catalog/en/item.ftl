# The page of an item

official = Official title: { $title }
sample = sample
no-real-channel = This item is a sample – no real data or contact channel here.

# Headings of the page
heading-here = You are here
heading-contents = On this page
heading-newer = Later periods
heading-earlier = Earlier periods
heading-details = Notes
heading-see-also = See also
heading-report = Found something to correct?
heading-years = The same in other years
heading-around = Previous and next item

# Periods
latest = Latest: { $period }
next = Next: { $period }, by { $day }
whole = All periods in one table: { $label }
none = none
stated-none = stated to have nothing on { $day }
due = due { $day }
waived = waived until { $day }
counted-from = counted from its first version, { $day }

# Evidence
published = published { $day }
later = published after { $day }
external = another website
pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
    }
as-csv = { $title } as CSV
code = QR code of { $title }
replaced = corrected { $day }: { $reason }
dated-before = dated { $day } before

# The end of the page
results = Charts and tables of the ITA results of { $year }
year = Fiscal year { $year }: { $item } { $title }
previous-item = Previous: { $title }
next-item = Next: { $title }
report-to = If something in { $item } is wrong or does not open, please tell the { $office }:
report-subject = Correction of { $item }
report-not-yet = This website is being prepared and takes no reports yet. Please use the official channels of the office.
report-nowhere = This demonstration takes no reports. Please use the official channels of the office.
report-officially = Please tell the { $office } through its official channels.
