# How a diagnostic is laid out, whatever it is about: the labels around its own words.

evidence-titled = “{ $title }”
evidence-numbered = evidence { $number }
list-place = no. { $number }
field = { $name }
expected = Expected: { $expected }
remedy = Remedy: { $remedy }
form = Open the form at this field: { $address }
open-form = Open the form
corrected-line = The corrected line: { $line }
corrected-lines = Corrected lines
repeated = { $count } places alike
place = For the computer officer: { $place } · { $code }

column-item = Item
column-where = Evidence and field
column-what = What
column-remedy = Remedy
column-place = File and line

more = and { $count } more
