# What a command has changed.

level = saved
written = written: { $file }
removed = removed: { $file }
