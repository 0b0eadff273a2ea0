# The words by which people ask for pages, for the search of the site, with middle dots between them.

home = contact · phone · telephone · address · map · opening hours · e-mail
round = all data · checklist · complete · late · overdue
due = late · overdue · deadlines
check = late · overdue · true · is it real · verify
results = ITA score · transparency score · results
divisions = sections · departments

# The words of the panel of the search; # is a number.

panel-search = Search
panel-site = Search this site
panel-box = Words to search for
panel-close = Close
panel-shortcuts = Shortcuts
panel-or = Or go straight to
panel-waits = Searching…
panel-found = # found
panel-most = the first # are shown
panel-loose = No page has all of these words. These have some of them, or similar ones.
panel-none = Nothing found. Please try a shorter word.
panel-failed = The search cannot be loaded. Please try again.
panel-sample = This page has samples
panel-earlier = Search earlier years
panel-earlier-found = # found in earlier years
panel-earlier-most = at most # of each year are shown
panel-earlier-none = Nothing found in earlier years.
panel-earlier-failed = Earlier years cannot be loaded. Please try again.

# The round that hits of earlier years name.

year = Fiscal year { $english_year } (B.E. { $year })
