"""What changes records and policy files: edits, choices, previews, new rounds."""
