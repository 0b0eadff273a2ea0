# Help of the options of `oit check`.

format = text, annotations on GitHub, a table, or JSON
summary = append the table to this file
outputs = append whether all is safe, and whether another engine has to judge
staged = what is staged in Git, not the work tree
request = a request, read as data, by the engine and policy that are checked out
