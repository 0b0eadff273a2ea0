"""The pages that an office need not write: about it, its data, the guide; Markdown from templates.

A page of `docs/` with the same address takes the place of each. May import what `outputs` may, the
modules of `outputs` above this folder, and `outputs/pages`.
"""
