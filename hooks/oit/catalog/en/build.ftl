# Words of `oit build`.

rehearsal = a site of another day, in a folder of its own, not for publishing
not-in-place = The new site could not be put in place ({ $why }). The site that was there is unchanged.
interrupted = The build was interrupted. The site that was there is unchanged.
built = The site is built in { $folder }/. Open { $folder }/index.html.
same-address = docs/{ $page } has the address of a generated page. Rename it.
