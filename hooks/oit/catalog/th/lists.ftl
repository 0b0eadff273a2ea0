# How words are joined to a list.
and = { $first } และ{ $last }
# The mark of a line in English below Thai. (A line of Fluent may not begin with a bracket.)
english-line = {"["}EN] { $text }
