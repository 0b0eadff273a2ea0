"""Made documents with personal data and without, by which the search for it is measured."""
