# The page of `oit desk`: what arrived, what is asked, what is due, and one request.

name = Desk
lead =
    Drop the files that sections sent onto this page. Each is read at once and shown with its item and period,
    and all of them become one request for review.
local = This page works on this machine alone. Nothing is sent until you confirm it.
skip = Skip to what arrived
in-year = { $item } (fiscal year B.E. { $year })

# The command.

port = port on this machine; a free one if left out
watch = a folder whose new files are taken in by themselves
no-browser = print the address and open no browser
ready = The desk is open at this address, which works once, and on this machine alone. Press Ctrl-C when you are done.
closed = The desk is closed. What arrived is kept; the same command goes on with it.
port-taken = Port { $port } cannot be used ({ $why }). Leave out --port.
broken-at = The desk failed ({ $error } at { $place }). Please tell its makers.

# Where files are dropped.

drop-heading = Drop files here
drop-help = Drop files or folders anywhere on this page, paste copied files with Ctrl-V, or choose them. At most { $megabytes } MB a file.
drop-plain = Several files can be chosen at once. At most { $megabytes } MB a file.
choose = Choose files
send = Read the chosen files
watched = New files of the folder “{ $folder }” are taken in by themselves
progress = Reading file { $number } of { $count }
finished = { $count } files were read
too-large = “{ $file }” is larger than { $megabytes } MB. Make it smaller, or split it.
left-out = { $count } larger than { $megabytes } MB were not taken
failed = The file could not be received. Check that oit desk still runs, and try again.
busy = Working, please wait

# What arrived.

arrived = What arrived
nothing = No file has arrived yet
state-asks = { $count } waiting for an answer
state-ready = { $count } ready to send
state-refused = { $count } to be fixed first
state-there = { $count } published already
to-foot = Go to saving and sending
unknown-place = It is not known yet which item this is for
because = Judged by
notes = Notes
wrong = What has to be fixed
reply = Reply to the sender
reply-help = Copy it into an e-mail to the section that sent the file.
copy = Copy the text
copied = Copied
shown = See what the site would show
change = Change item or period
change-of = Change item or period of { $name }
to-cell = The right item and period
take-out = Remove
take-out-of = Remove { $name } from this page

# Questions.

yes-year = Publish all periods
no-year = No, it is for one period
yes-clean = Remove it from the published file
no-clean = Keep it, and return the file
yes-replace = Use this file
no-replace = Do not use this file
other-target = None of these
choose-cell = Please choose
choose-this = Choose this one

# What is due.

due = What is due
due-help = Choose an entry to fill in the form for it
due-count = { $count } entries
due-nothing = Nothing is overdue or due soon

# The form.

form = Add data of one entry
form-help = For links and texts, where there is nothing to publish, and where what was published is still right
kind = Kind of data
kind-file = File
kind-link = Link
kind-text = Text
kind-none = Nothing in this period
kind-confirm = Confirm that it is still right
kind-replace = Replace a published file
field-cell = Entry to publish
field-unit = What is confirmed
field-published = Published file
field-upload = New file
field-address = Address of the link
field-words = Text
field-title = Title
field-reason = Reason
field-post = Post that confirms
field-note = Reason why it is still right
help-address = It begins with https:// or http://
help-title = Leave it empty to have a title made from entry and period
help-post = A post, not a person's name
add = Add this entry
missing = Please fill in “{ $field }”
missing-file = Please choose a file.
confirmed = by { $division }, last confirmed { $day }
never-confirmed = by { $division }, not confirmed in this round yet

# The request.

difference = What would change on the site
difference-nothing = Nothing is ready to send yet
write = Save and send for review
write-help = You will see it once more before it is sent.
left-asks = { $count } still wait for an answer and are not part of this request.
seconds = The machine worked for { $seconds } seconds
check-heading = Review before sending
check-help = When you confirm, everything is saved at once and sent to those who review it. Nothing is published before they approve.
title = Title of the request
title-of = Publish { $count } entries
title-one = Publish { $place }
send-now = Confirm and send
back = Back
changed = Something changed after you opened this page, so nothing was sent. Please review again.
sent-heading = Saved
sent-branch = Name in the repository
sent-commit = Version
sent-address = Open the request
sent-patch = Download the file to hand on
sent-place = Where it lies on this machine
sent-back = Back to the desk
gone = What you chose is not on this page any more. Nothing was changed.

# Why a request is not answered.

refused-host = This is not the address of the desk. Open the one that oit desk printed.
refused-origin = Nothing is taken from other sites. Open the address that oit desk printed.
refused-token = This browser may not use the desk. Stop oit desk and start it again.
refused-spent = This address was used before or is incomplete. Stop oit desk and start it again. What arrived is kept.
refused-size = That is more than can be received at once. Send one file at a time, of at most 100 MB.
refused-unreadable = What was sent cannot be read. Go back to the desk and try again, with at most 200 files at a time.
refused-nowhere = There is no such page. Go back to the desk.
refused-broken = Something failed. What arrived is kept. Try again; if it fails again, tell the makers.
again = Try again
home = Back to the desk
