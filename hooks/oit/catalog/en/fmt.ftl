# Words of `oit fmt`.

to-format = to format
formatted = formatted
sum = { $read } read, { $changed } changed
refused = nothing was formatted
