"""Files below `api/v1/`: an assessment as JSON, CSV and the JSON Schemas of both.

`entries` and `documents` fill the classes of the contract, `answer_rows` a CSV file that needs more
than the index; `files` writes bytes.

Imports `contract`, `assessment`, `wording`, values of `model` and `evidence`, and the modules of
`outputs` itself; no page.
"""
