# Words of `oit upgrade` and `oit verify-upgrade`.

to = a wheel; else the engine that runs
newer-there = The office has version { $before }, newer than { $version }. Nothing was changed.
uncommitted =
    { $count } files are not committed, and nothing was changed. Commit them first, or
    undo the changes: git restore . for files of the history, git clean -i for others.
unusable-wheel = { $file } is not a wheel of this engine, or what it needs cannot be installed ({ $why }).
other-wheel = { $file } is not the file that { $lock } names, and nothing was changed. Restore both with git restore .
settings-form = Nothing can be added to extra.oit of { $file }, and nothing was changed. See oit check, and use no braces.
new-findings = Not upgraded: the newer engine finds what the one before did not. No file was changed.
nothing = Data and engine are of version { $version } already. There is nothing to change.
upgraded = Upgraded to { $version }.
upgraded-from = Upgraded from { $before } to { $version }.
records = records, policy and settings, { $count } files
generated = generated { $count }, removed { $removed }
removed = removed
next = Next: build, test, and submit it.
migration-1 = The days of confirmations and holidays are called date, and periods have a word.
not-its-result = This is not what oit upgrade writes:
its-result = This is what oit upgrade to { $version } writes, byte for byte.
outdated = { $base } has gone on since. Begin at its newest commit and upgrade again.
other-day = The day of upgraded in { $file } is not that of an upgrade, or lies ahead.
file-missing = is missing
file-foreign = was not written by oit upgrade
file-differs = differs
