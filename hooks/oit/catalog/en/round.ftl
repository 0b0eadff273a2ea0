# The page of a round: what is late, the checklist, the score and the rules

title = The { $count } items to disclose in { $year }
crumbs = You are here
lead = Checklist of completeness and currency as of { $day }; this round closes on { $closes }
lead-closed = Checklist of completeness and currency as of the closing day, { $closes }
others = { $count ->
    [one] The other item is not late
   *[other] The other { $count } items are not late
    } as of { $day }
all = All { $count } items as of { $day }
invented = the days are invented

# The checklist
checklist = Checklist of completeness and currency
caption = Checklist of { $count } items as of { $day }
of = { $filled } of { $owed }
frequency = How often
published = Published
updated = Updated
confirmed = Confirmed
due = Next due
next = next
sign = Signed ........................................ ITA coordinator, date ....................
filter = Filter
filter-all = All
filter-reset = Show all
filter-count = Showing { $shown } of { $all } items
filter-none = No item matches

# For assessors
more = For assessors and auditors
link-answers = Answer pack for assessors, { $year } (in Thai)
link-due = Deadlines and late publication, { $year } (in Thai)
link-measures = ITA measures of { $year } (in Thai)
link-csv = Checklist as CSV
link-json = Checklist as JSON

# The score
score = OIT score and estimated ITA result
scored = All { $count } items are scored.
scored-in-part = { $scored } of { $count } items are scored. Total and level are calculated once all items are.
total = ITA total
level = Level
filing = On the last day for answers, { $day }: OIT { $oit }, ITA total { $total }
indicators = Mean score by indicator, and how it is calculated
indicator = Indicator
points = Score
formula = ITA = { $formula }, with the IIT and EIT of the last year whose results were announced
results = ITA results of { $year } in detail (in Thai)

# The trend
trend = Items up to date on each day of the round
trend-words = The number of items up to date went from { $first } on { $opens } to { $last } on { $day }, by the days in the data of each item.
trend-figures = Figures of the chart
since = Since
items = Items

# The rules
policy = How the items are checked
deadlines = Data must be published within { $days } days after the end of a period; if that is a holiday, on the next working day. The round opens on { $opens } and closes on { $closes }.
adopted = The office has disclosed on this website since { $day }. Deadlines before { $moved } were moved to that day.
adoption-waived = This first day was changed with the approval of { $by }. Reason: { $why }
no-history = There is no history of this round’s data yet, so the days of publication are as stated.
recorded = Data recorded more than { $days } working days after the day stated count from the day they were recorded.
witness-waived = This round does not rely on the history of its data, with the approval of { $by }. Reason: { $why }
own-policy = The following rules were set or calculated by the makers of this website; they are not from the document of the district office.
