# Words of `oit inbox`.

answer = the answer for a file, such as "book.xlsx=O15/2025-03" or "book.xlsx=yes corrected sum"; may be repeated
yes = enter all that is ready without asking, every period of a year's workbook too
send = send the request from this machine once it is committed
replies = a folder for the replies to those who sent what cannot be published
state-ready = { $file } – ready
state-asks = { $file } – waits for an answer
state-refused = { $file } – cannot be published yet
state-there = { $file } – published already
because = Taken for that because
reply = Reply to its sender
question = { $file } – { $question }
type = Run the command again with one of these answers
reason = and the reason
yes-or-no = yes or no
why = Reason for the correction, which the public will see
choose = Choose a number, or type item and period, such as O15/2025-03 (Enter leaves this file out)
difference = What will change on the site
seconds = Reading and judging took { $seconds } seconds of this machine.
agree = Enter these { $count } entries?
not-agreed = { $count } entries are ready and were not written. Look at them, then run the command again with --yes.
saved = The reply is in { $file }.
nothing-there = There are no files in this folder.
finished = The command was stopped while it wrote. All of that is written now.
no-answer = The answer “{ $typed }” of { $option } has to be FILE=ANSWER.
no-such-file = The file “{ $file }” of { $option } is not in this folder.
no-cell = The answer “{ $answer }” for “{ $file }” in { $option } does not name one cell. Name it in full, such as O15/2025-03.
