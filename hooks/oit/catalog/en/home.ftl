# Home

title = What the district office discloses to the public
lead = See what the office spends, what it buys, which services it offers and where to report a problem: { $count } items of open data, fiscal year { $year }.
telephone = Tel.
search = Search the data
search-here = Search from home
search-for = For example procurement, licence
find = Search
tasks = What are you looking for?
elsewhere = { $host }, another website
sample = sample
only-shown = { $count ->
    [one] One subject marked “sample” shows the form alone: it has
   *[other] { $count } subjects marked “sample” show the form alone: they have
    } no real data or channel.
status = Is everything disclosed?
checklist = The checklist of all { $count } items
due = Deadlines and who was late (in Thai)
check = How to check it oneself (in Thai)
adopted = Disclosed on this website since { $day }
figures = Latest figures
score = points
real-score = real, from the documents of the office
latest = Published last
nothing-yet = Nothing has been published in this round yet.
divisions = Which section is in charge?
items = All { $count } items
real = What is real, and what is a sample?
real-items = Part of { $items } is real; all other data are samples.
nothing-real = All data are samples.
invented-days = The days of publication, update and confirmation are invented, so being late or in time is not a real result.
about = About this website (in Thai)
