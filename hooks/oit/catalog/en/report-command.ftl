# Words of `oit report` and `oit remind`.

month = the month; else this one
format = Word, a page to print, text, text for LINE or e-mail, or JSON
remind-format = text, text for LINE or e-mail, or a memorandum in Word or as a page to print
within = due within so many days
written = The report is written to { $file }.
remind-written = The letter is written to { $file }.
no-month = “{ $text }” is not a month. Enter one such as 2025-03.
not-begun = { $month } has not begun, so there is no report of it yet.
no-round = No round had opened by { $day }, so there is nothing to report.
not-written = { $file } could not be written. See that its folder is there and can be written to.
