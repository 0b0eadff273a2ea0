# Words of `oit verify` besides those of its findings.

external = ask other sites that evidence points to, too
megabytes = the largest file that is read
no-source = “{ $place }” is neither a folder nor the address of a website. Name an address that begins with https://, or a folder with { $index }.
reading = reading the index
no-index = { $index } at { $place } cannot be read. Look at the connection, and name the site to verify, or a folder with { $index }.
no-file = There is no such file.
against = compare with an index kept earlier: a file, a folder, an archive of oit archive, or a website
rebuild = build the site again from this repository, and compare every file
nothing-kept = There is no index in “{ $place }”. Name an index.json, or a folder kept by oit archive.
other-office = The index in “{ $place }” is of another office ({ $office }). Name one of the same office.
no-commit = The index does not name the version of its records, so that nothing can be built again. Publish a site that was built with OIT_COMMIT.
no-records = The repository has no readable mkdocs.yml. Check that it is the repository of this site.
not-repeated = mkdocs.yml of the repository has “{ $setting }”, by which other programs would run, so that the site was not built. Build it on a machine set apart, and compare the files.
not-rebuilt = The site could not be built from { $commit }; the reason stands above.
