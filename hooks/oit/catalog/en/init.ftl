# Words of `oit init`.

id = the office’s id
name-th = the name in Thai
name-en = the name in English
year = the first fiscal year
unusable-id = The id “{ $value }” cannot be used. Use lower-case letters, digits and hyphens, such as bangkapi.
unusable-name = Name the office in one line of text.
not-empty = { $folder } is not empty, and nothing was changed. Name a new or empty folder.
other-year = The round of { $year } is over or too far away on { $today }. Use --year { $this } or --year { $next }.
made =
    The repository of the office is in { $folder }, with version { $version } of the engine.
    Next: cd "{ $folder }", build it, test it, make the first commit,
    and check oit_items/{ $year }/mandate.yml against this year’s notice.
