# `oit diff`: what changed from one published index to another.

kind-became-late = Became late or incomplete
kind-became-current = Became current
kind-status-changed = Changed in status
kind-added = Added
kind-removed = Removed
kind-changed = Changed
kind-evidence-added = Evidence added
kind-evidence-removed = Evidence removed
kind-evidence-changed = Evidence changed

remark-other-office = The two are of different offices: items and statuses are compared, evidence is not.
remark-other-round = No year is in common: the newest rounds are compared by topic, evidence is not.
remark-older-second = The second is older than the first, so the changes run backwards in time.

fact-item = item
fact-indicator = indicator
fact-owner = lead
fact-owners = owners
fact-frequency = frequency
fact-updated = updated
fact-reviewed = confirmed
fact-due_on = due
fact-waived_until = waived until
fact-title = title
fact-round_state = round
fact-oit = calculated OIT score
fact-total = calculated total score
fact-published = published
fact-periods = periods
fact-bytes = bytes
fact-sha256 = SHA-256
fact-sample = sample
fact-counts = published by the day of the index

round = Round of B.E. { $year }
yes = yes
no = no
side = { $office }, { $day }
heading = { $kind } ({ $count })
nothing = Nothing has changed.
change = { $facts }
fact = { $name } { $before } → { $after }
values = { $before } → { $after }
