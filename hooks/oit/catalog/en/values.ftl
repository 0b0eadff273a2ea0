# Values that fill messages, and depend on the language.

cell-holds = holds “{ $found }”, which is not a value of the form
cell-empty = is empty, and the form asks for a value
cell-number = a number, such as 2000
cell-integer = a whole number, such as 12
cell-date = a date
cell-string = text
cell-required = a cell that is filled
cell-minimum = a value that is not too low
cell-maximum = a value that is not too high
cell-enum = one of the form’s values
cell-pattern = the form’s pattern
cell-unique = a value that is not repeated

file = the file { $name }
text = the text, line { $line }
under = under { $parent }
at-the-top = at its top
of-short-period = { $what } for { $period }
of-long-period = { $what } for { $period }
of-division = { $what } ({ $division })
two = { $first } and { $last }
range = { $first } to { $last }
plain = { $value }
