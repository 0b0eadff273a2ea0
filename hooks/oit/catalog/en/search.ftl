# The words by which people ask for pages, for the search of the site, with middle dots between them.

home = contact · phone · telephone · address · map · opening hours · e-mail
round = all data · checklist · complete · late · overdue
due = late · overdue · deadlines
check = late · overdue · true · is it real · verify
results = ITA score · transparency score · results
divisions = sections · departments
