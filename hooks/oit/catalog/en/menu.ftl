# The menu and the groups of links at the foot of every page.

contact = Contact and services
spending = Budget and procurement
feedback = Complaints and suggestions
items = All { $count } items
ita = ITA results
in-thai = { $name } (in Thai)
citizens = For citizens
divisions = Sections responsible
assessors = For assessors and auditors
checklist = Completeness checklist
due = Deadlines
check = How to check the data
answers = Answer pack for the assessor
measures = ITA measures
programs = For programs
data = Download data sets
index = Data index (JSON)
calendar = Calendar of deadlines (ICS)
feed = News of publications (Atom)
staff = For staff
form = Open the form
guide = Guide for staff
rules = What messages mean
