# Tables on pages, and the pages with the tables of all periods

total = Total of { $count } entries
more = The first { $shown } of { $count } rows are shown.
details = Details
offers = { $count } bids
chosen = selected
signed = of { $day }
sample = Sample
