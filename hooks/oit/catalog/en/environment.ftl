# What is wrong with a variable of the environment.

before-all-rounds = OIT_AS_OF “{ $found }” lies before the first round. Use { $first } or a later day.
set-in-production = OIT_AS_OF is still set, to { $day }. A real site is published as of today. Unset it, or use oit build --rehearsal to try another day.
unusable = { $name } “{ $found }” cannot be used. Use { $expected }.
too-late = { $name } “{ $found }” cannot be used. Use a day no later than { $year }, such as 2025-04-30.
no-seconds = { $name } “{ $found }” cannot be used. Use a number of seconds such as { $seconds }, or 0.
