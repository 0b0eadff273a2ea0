# Words of `oit live`.

commit = the commit that was deployed
issue = open or close an issue of it
other = { $address } is not the version that was deployed, because:
same = { $address } is the version that was deployed.
no-address = The address of the site is not known. Set site_url in mkdocs.yml, or name it.
no-index = No index can be read at this address.
no-checksums = { $file } cannot be read.
other-file = { $path } differs from the SHA-256 in { $file }.
