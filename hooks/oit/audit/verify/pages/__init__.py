"""Whether each page says what the documents say, and nothing else.

The order of reading: `reading` (what a page carries), `late` and `language` (what follows from the
index, and its words), `words_of_items`, `words_of_rounds` (what must stand at each mark), `shown`
(which marks each page needs), then the checks: `marks`, `values`, `texts`, `samples`, `elements`.
"""
