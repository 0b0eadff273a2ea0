"""The form in the browser at `admin/`: Decap CMS 3, configured from the models of records.

`files.form_files` makes its page and configuration; the program itself is in `theme/admin/`. May
import what `outputs` may, `outputs/publication.py` and `outputs/templating.py`.
"""
