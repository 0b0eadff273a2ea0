# Help of the options of `oit go-live`.

strict = exit 1 where anything is to do
