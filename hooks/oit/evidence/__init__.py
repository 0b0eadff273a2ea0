"""Evidence files into facts: bytes go in, plain values come out.

`inspect` fingerprints a file and makes its `FileFacts`; `runner` reads it in a child process
(`child`), because it may come from anybody; `read` is what both call. Below them is a reader for
each kind of file, and `tables/` for what stands in rows and columns.

No reader raises on any bytes, judges, or words a message: that is for `assessment` and `wording`.
Only `inspect`, `runner` and `child` touch the disk or processes. May import `findings`, `periods`
and `escaping`, and no other room.
"""
