"""An assessment as pages, files and documents by path; pure functions that write nothing.

This level holds what the subfolders share; `site_files.outputs_of` puts everything together.
May import `assessment`, `contract`, `reporting`, `wording` and what is below them; never MkDocs,
the disk, the clock, the network or the environment.
"""
