# Tables on pages, and the pages with the tables of all periods

total = Total of { $count } entries
more = The first { $shown } of { $count } rows are shown.
details = Details
offers = { $count ->
    [one] { $count } bid
   *[other] { $count } bids
    }
chosen = selected
signed = of { $day }
sample = Sample
period = Period
file = File
way = You are here
lead = One table of all { $count } files that were published in fiscal year { $year }
download = Download this table
download-note = CSV, opens in spreadsheet programs
find = Find in the table
order = Sort by
as-listed = Newest period first
sort-text = { $column }, in alphabetical order
sort-most = { $column }, largest first
sort-least = { $column }, smallest first
sort-newest = { $column }, newest first
sort-oldest = { $column }, oldest first
shown = {"{shown}"} of {"{all}"} rows are shown.
none-shown = No row has these words. Please try other words, or delete them.
whole = Show all { $count } rows
programs = Files for programs
    .about = For software developers and data analysts
machine-csv = Table as CSV
    .about = columns named in English
machine-parquet = Table as Parquet
    .about = dates and numbers have their types
machine-columns = Meaning of the columns
    .about = JSON
how-to = How to use them, and questions that the data answers
