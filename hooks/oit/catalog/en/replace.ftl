# Words of `oit replace`.

reason = why it is corrected
other-type = “{ $new }” is of another type than “{ $file }”. Save it as { $extension } first.
same-bytes = “{ $new }” is the published file, byte for byte. There is nothing to replace.
replaced = item { $item }, { $file }: { $reason }
