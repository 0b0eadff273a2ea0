# Words of `oit schemas` and `oit codeowners`.

unread = Settings or divisions could not be read. See oit check.
out-of-step = out of step, use { $command }
in-step = in step
