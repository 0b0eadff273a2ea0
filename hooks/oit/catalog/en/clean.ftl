# Words of `oit clean`.

check = list what is found, change nothing
nothing = nothing to remove
found = found
removed = removed
left = left; remove it in the program that made the file
not-cleaned = “{ $file }” could not be cleaned and is as it was. Open it in the program that made it, and save it again.
# The reason that a record gives for a file that was cleaned.
reason = removed what readers do not see; what the file shows is unchanged
