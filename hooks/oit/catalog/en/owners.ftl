# The head of the file `CODEOWNERS`; each line becomes a comment there.

head = Written by `oit codeowners`; change the files it names, then run it again.
samples = Handles with “sample” are samples, not accounts.
