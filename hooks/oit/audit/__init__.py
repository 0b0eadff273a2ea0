"""What looks at published sites: `verify` checks one, `diff` compares two, `links` follows links.

Pure, and above the rooms whose values it compares (contract, outputs, assessment, records, wording,
evidence): files and responses are passed to it, and it reads neither disk nor network.
"""
