# Words of `oit none`.

never = Item { $item } always needs evidence, so nothing of it can be stated as none. Publish a file with oit add.
has-evidence = There is evidence of “{ $title }” already, so it cannot be stated as none.
added = item { $item }, nothing to disclose: { $title }
