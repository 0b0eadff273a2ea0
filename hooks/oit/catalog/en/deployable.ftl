# Words of `oit deployable`, `oit live` and `oit zip` on what may be published.

commit = the commit that is meant
continues = ask the site at site_url too whether the main branch continues what it shows
no-folder = There is no folder “{ $folder }”. Build the site first, or name its address.
not-publishable = Not published, because:
publishable = The site has all items and is the version that is meant.
short-commit = --commit takes the whole name of a commit, of 40 or 64 characters.
first-time = No published site was found, so this is taken for the first time.
history-lost =
    The published site is of { $commit }, which the main branch has lost. Restore the main branch.
    After a purge of withdrawn data do not restore it: publish once with history_rewritten.
other-day = Round { $year } is as of { $found }, not { $expected }. Build the site again without OIT_AS_OF.
other-commit = The site is of commit { $found }, not { $commit }.
no-commit = The site does not say of which commit it is; it is to be { $commit }.
no-mandate = No round could be read, so the items could not be counted.
other-count = Round { $year } has { $found } items on the site and { $expected } in the mandate.
