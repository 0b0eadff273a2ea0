# What the history of the records does not allow; for the computer officer.

shallow = This is a shallow clone. Run `git fetch --unshallow` (in CI: fetch-depth: 0).
no-merge-base = There is no common ancestor with “{ $base }”. Fetch it and bring this branch up to date.
no-base = The base “{ $base }” is not known here. Fetch it, or name another in OIT_BASE.
failed = The history could not be read ({ $why }). Run this in a clone, or make the first commit.
no-git = The program git is needed to compare with the version before. Install it.
unwritable = The version to be judged has a file called { $file }, which is not written. Remove it.
too-many = The version to be judged has more files than are read ({ $files }). Send it in parts.
too-large = The version to be judged has larger files than are read ({ $megabytes } MB). Make them smaller, or send it in parts.
absent = The object { $object } is not in this repository. Fetch it and check again.
no-commit = The repository does not have the commit { $commit }. Check that it is the repository of this site, with all of its history.
no-request = The request “{ $request }” is not known here. Fetch it first.
conflict = The request and the main branch change the same lines: { $files }. Bring the request up to date.
unreadable = Some of the history could not be read. Clone the repository again.
