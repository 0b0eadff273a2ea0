# Words of `oit verify` besides those of its findings.

external = ask other sites that evidence points to, too
megabytes = the largest file that is read
no-source = “{ $place }” is neither a folder nor the address of a website. Name an address that begins with https://, or a folder with { $index }.
reading = reading the index
no-index = { $index } at { $place } cannot be read. Look at the connection, and name the site to verify, or a folder with { $index }.
no-file = There is no such file.
