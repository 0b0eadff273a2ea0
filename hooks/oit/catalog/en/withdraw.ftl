# Words of `oit withdraw`.

why = the kind of reason
reason = the public reason
by = the post that decided
withdrawn = withdrawn
what = item { $item }, { $name }
