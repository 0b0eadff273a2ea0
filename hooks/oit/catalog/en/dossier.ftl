# The dossier of an item: the end of its page, and a certificate on paper.

name = Disclosure file of item { $item }
about = For assessors and auditors: who is responsible, deadlines, confirmations, evidence and files for programs

# The facts of the item.
official = Official title
all-sections = All sections
count = Published
count-of = { $filled } of { $owed } as of { $day }
count-closed = { $filled } of { $owed }
not-yet = not yet
oldest-part = The day of the division that has gone longest without an update
review = The { $post } confirmed that nothing has changed (note: { $note })
changed = Content last changed
was-due = Was due
due-closed = none (round closed)
due-none = none
indicator = Indicator

# The table of requirements and evidence.
evidence = What must be disclosed, and the evidence
requirement = Requirement
proof = Evidence
published = Published
result = Result
nothing = No evidence yet
sample = sample
elsewhere = another website
in-time = in time
late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
later = published after the day of these data, and not counted yet
cell-due = due { $day }
cell-waived = excused until { $day }
first-version = counted from its first version { $day }
recorded-late = recorded { $day }, later than the day stated, and counted from then
recorded-first = first stated as { $day }, and counted from then
recorded-unknown = counted from the day stated, as no history tells when it was recorded
corrected = corrected { $day }
corrected-day = { $words } (dated { $day } before)
invented = Dates of publication, update and confirmation, and the officials and notes of confirmations, are invented on this demonstration; whether something was in time is therefore no real result.

# Waivers and withdrawals.
waived = Excused until { $day }
approved = Approved by: { $post }
withdrawn = Information was withdrawn from this page on { $day }
decided = Decided by: { $post }

# Earlier versions, measures and files.
versions = Versions of files that were replaced or withdrawn
first-published = first published { $day }
superseded = replaced by a newer version
superseded-on = replaced by a newer version on { $day }
taken-off = withdrawn from the website
taken-off-on = withdrawn from the website on { $day }
measures = ITA measures that this item is evidence of
forms = Empty forms for staff
form = { $title } (CSV)
programs = Files for programs
json = Item { $item } as JSON
csv = The evidence of all items as CSV
how-to = How to use the data

# For staff.
tasks = For staff: { $count ->
    [one] { $count } matter
   *[other] { $count } matters
} to deal with as of { $day }
open-field = Open this field in the form
source = { $kind } · for computer staff ({ $where })
edit = For staff: edit this record

# Signatures on paper.
signed-lead = Signed: lead division
signed-coordinator = Signed: ITA coordinator
post = Post
day = Date
