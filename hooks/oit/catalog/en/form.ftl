# The form at /admin/: labels, hints, and what its scripts say.

collection = OIT data, fiscal year { $year }
    .about = Choose your item and division. What you submit is reviewed before it is published.
kind-file = File
kind-url = Link to another website
kind-section = Section of this page
kind-none = Nothing to disclose
body = Text of the page
    .hint = What the public reads. A heading begins with ##, such as ## Announcements; where it is evidence, its name in braces follows, such as {"{#announcements}"}.
date-hint = Choose the date in the calendar (which shows years of the Common Era: 2025 is B.E. 2568).

# The names of changes, as reviewers see them
commit-create = Add the record { $slug } ({ $collection })
commit-update = Update the record { $slug } ({ $collection })
commit-delete = Delete the record { $slug } ({ $collection })
commit-upload = Add the file { $path }
commit-remove = Delete the file { $path }

# Before a file is attached
id-number = The file seems to hold a national ID number. It was not attached. Please remove the number and choose the file again.
unread = This file could not be read completely. Please confirm that you have checked it and that it holds no national ID number or other personal data.
hidden = The file carries what its readers do not see. Remove it and attach the file? Your own copy stays as it is.
inner = Another file is embedded in this one, which may hold more than is shown. It was not attached. Please put a picture in its place.
there-already =
    A file of the name { $file } is there already. Do you want to replace it?

    If it is published, please say why in “Corrections of an earlier version” before you submit.
other-type = The file “{ $file }” is of another type than “{ $old }”, which is published. It was not attached. Please save it as { $ending } and choose it again.
no-change = The file “{ $file }” is exactly the same as the one that is published. It was not attached. Please choose the corrected file.
old-unread = The earlier “{ $file }” cannot be read, so the correction was not noted. Please open this page again and attach the file once more.
failed = The form could not be opened. Please try again; if it still cannot be opened, tell { -computer-officer }.
unreadable = The fields of this file cannot be read, so nothing was saved. Please tell { -computer-officer }.

# What a file hides, and how much of it
hides-tracked = Tracked changes: { $count }
hides-hidden = Hidden text: { $count }
hides-comments = Comments: { $count }
hides-cells = Cells on hidden or filtered sheets, rows or columns: { $count }
hides-inner = Embedded files: { $count }

# What a value most likely means, below its field, and the button that writes it
means-day = “{ $found }” probably means { $code }; days are stored in the Common Era.
means = “{ $found }” probably means { $code }.
label-write = Write { $value }
label-true = Yes
label-false = No

# The page of the form before its program opens.
title = Form to update data
notice-closed = No round is open. The form of the next round will be here.
notice-no-sign-in = Nobody can sign in to this form yet. Please send files by e-mail to { -computer-officer }.
notice-training = This form is not connected to the office's repository. It works only for training, on a machine of your own.
notice-opening = The form is opening.
guide = Guide to the form
no-script = This form needs JavaScript. If your browser has it turned off, please send files by e-mail to { -computer-officer }.
home = Back to the first page

# What is asked before a file is attached, about its name and content.
choose-first = Please choose what the file is for and its period first. The file is named after them.
other-month =
    The file name “{ $file }” says { $named }, which is not the period that is chosen.

    Press OK if the file is of that period, or Cancel to choose another file.
same-bytes =
    This file is exactly the same as “{ $title }” of item { $item }, which is published already.

    Press OK to use it, or Cancel to choose another file.
