"""What looks at published sites: `verify` one, `diff` two, `harvest` many, `links` their links.

`against` compares a site with what was kept of it, `rebuild` with what its repository gives.

Pure, and above the rooms whose values it compares (contract, outputs, assessment, records, wording,
evidence): files and responses are passed to it, and it reads neither disk nor network.
"""
