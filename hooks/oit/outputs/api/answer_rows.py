"""The rows of `itap-2568.csv`: what is filed with the assessor, one row per item."""

from collections.abc import Iterable, Iterator

from oit.assessment.result import RoundAssessment
from oit.contract.columns import AnswerRow
from oit.contract.rows import date_text
from oit.outputs.answers import Answer, Link, answers_of, click_path, filed_answers_of
from oit.outputs.publication import Publication
from oit.wording.terms import STATUS_TH

ADDRESS_SEPARATOR = " | "
"""Safe to split on: no address holds a space."""


def answer_rows(round_: RoundAssessment, publication: Publication) -> Iterator[AnswerRow]:
    """One row per item, in the mandate's order.

    The columns `filing…` repeat the answer as on the assessor's cut-off; empty before that day.
    """
    answers = answers_of(round_)
    filed = filed_answers_of(round_) or (None,) * len(answers)
    for answer, filed_answer in zip(answers, filed, strict=True):
        yield _row(answer, filed_answer, round_, publication)


def _row(
    answer: Answer, filed: Answer | None, round_: RoundAssessment, publication: Publication
) -> AnswerRow:
    item, site_url = answer.item.mandated, publication.site_url
    return AnswerRow(
        office=publication.policy.office.id,
        scheme=round_.policy.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=item.item,
        topic=item.topic,
        title_th=item.title_th,
        title_en=item.title_en,
        disclosed="true" if answer.is_disclosed else "false",
        status=answer.item.status.value,
        status_th=STATUS_TH[answer.item.status],
        urls=_addresses(answer.links, site_url),
        click_path_th=" › ".join(click_path(item, round_, publication)),
        requirements_th=ADDRESS_SEPARATOR.join(
            f"{link.title}: {link.address(site_url)}" for link in answer.requirements
        ),
        sample="true" if answer.item.has_sample else "false",
        filing=date_text(round_.policy.filing) if filed else "",
        filing_disclosed=("true" if filed.is_disclosed else "false") if filed else "",
        filing_status=filed.item.status.value if filed else "",
        filing_urls=_addresses(filed.links, site_url) if filed else "",
        mode=publication.policy.mode,
        round_state=round_.state.value,
        as_of=date_text(round_.as_of),
    )


def _addresses(links: Iterable[Link], site_url: str | None) -> str:
    return ADDRESS_SEPARATOR.join(dict.fromkeys(link.address(site_url) for link in links))
