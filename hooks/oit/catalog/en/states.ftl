# Sentences of status on pages: what is late first

late-items = { $count ->
    [one] 1 item is late
   *[other] { $count } items are late
    }: { $names }
listed = { $names }
no-item-late = No item is late; all { $count } are in order
as-of = as of { $day }
as-of-closing = as of the closing day, { $day }
