"""The form in the browser at `admin/`, generated from the models that validate (Decap CMS 3)."""
