"""The ledger of published files in the terms of the contract."""

from oit.contract.ledger import Ledger, LedgerEntry, LedgerRound
from oit.outputs.publication import Publication, office


def ledger_document(publication: Publication) -> Ledger:
    """What each round has published, with what became of it."""
    return Ledger(
        office=office(publication),
        mode=publication.policy.mode,
        rounds=[
            LedgerRound(
                fiscal_year=one.fiscal_year,
                scheme=one.round.policy.scheme,
                files=[LedgerEntry(**entry.model_dump()) for entry in one.round.ledger],
            )
            for one in publication.assessment.rounds
        ],
    )
