# Reminders to divisions and the round-up of a month, for a chat and for e-mail: what to send, by when, and where to enter it.

mail-to = To:
mail-subject = Subject:
part = ({ $number }/{ $count })
heading = { $count ->
        [0] OIT data, fiscal year { $year }: nothing is overdue, and nothing is due by { $until }
        [one] On { $day }: please send { $count } entry of OIT data, fiscal year { $year }
       *[other] On { $day }: please send { $count } entries of OIT data, fiscal year { $year }
    }
send = To send: a file, or the link of a document
send-table = To send: the table, as an Excel or CSV file
or-none = If there is nothing for this period, please give the reason instead of a file
confirm = To send: what has changed, or that the data are still right
correct = To send: the corrected data
form = Form: { $address }
by-mail = If you do not use the form, please send an e-mail to { -computer-officer } with the item, the period and your post
only-mail = Please send it by e-mail to { -computer-officer }, with the item, the period and your post
all = All entries: { $address }
for-officer = For { -computer-officer }: enter the files that arrive with the command oit desk
round-up = Public disclosure (OIT) in { $month }, as of { $day }
