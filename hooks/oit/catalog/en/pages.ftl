# Titles and descriptions of pages, and words that several pages share.

home = Home
    .about = Public disclosure of the { $office }
site = { $office } – Public disclosure
round = Disclosure items (OIT), fiscal year { $year }
    .crumb = OIT { $year }
    .menu = OIT data { $year }
    .about = Checklist of { $count } items: whether they are complete and current
round-closed = The round of fiscal year { $english_year } (B.E. { $year }) is closed. What is shown is as of { $day }; there is no new round yet.
due = Deadlines, fiscal year { $year }
    .menu = Deadlines
    .about = The deadlines of each item, the divisions responsible, and what is late
answers = Answers for the assessor, fiscal year { $year }
    .about = The answer of each item, the URLs to enter in ITAP, and the way from the home page of the main website
measures = ITA measures { $year }
    .menu = ITA measures
    .about = Measures for integrity and transparency, who is responsible, when, and the evidence
ita = ITA results { $year }
    .about = Scores by indicator, question, division and service, and what respondents say
divisions = Divisions responsible
    .about = The divisions responsible for each item, and whether their data are complete
division-about = Data that the { $division } leads or contributes to
rules = What the messages mean
    .about = What each message means, and how to fix what it is about
data = Data
assessment = What ITA is
guide = Staff guide
about = About this site
accessibility = Accessibility
disclosure = Public disclosure (OIT)
document = { $title } · { $item }

# What a program can do with a file
readability-scan = a scanned picture, not searchable
readability-text = a searchable document
readability-table = a table that can be processed
readability-open-table = a table of the set form that can be processed
bytes = { $count } bytes

# Scores
unknown = not known yet
previous-year = (results of { $year })
score = The office’s own calculated score, not the result of the assessment by the NACC.

# Policy of the makers of the website
may-be-none = May be stated to have nothing, by the policy of the makers of this website

# The archive of a round
archive-real = Files that the { $office } discloses for fiscal year B.E. { $year }, as of { $day }. { $list } lists them.
archive-sample = Files of the demonstration for the { $office }, fiscal year B.E. { $year }, as of { $day }. Files with true in the column sample of { $list } are samples, not real data.
