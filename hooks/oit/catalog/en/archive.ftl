# Words of `oit archive`.

into = the folder to keep it in
kept = The index of { $day } is kept in { $folder }
was-there = The index of { $day } was kept before in { $folder }, the same in every file
nameless = The index at { $place } has no office id that can name a folder, or no round yet. Nothing was kept.
not-received = { $file } could not be read, and nothing was kept. Try again later.
