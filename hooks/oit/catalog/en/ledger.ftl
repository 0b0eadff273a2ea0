# Words of `oit ledger`.

replaced = a file, and the one in its place
withdrawn = a file that was taken back, and why
year = only this fiscal year
only-when = its history tells the same; store it when the round closes, or before history is rewritten
added = { $count } added
no-item = Name a file by its item, such as O15/summary-2025-03.csv, not “{ $name }”.
vanished = { $file } of round { $year } is gone; say what became of it
