"""The search for national ID numbers is whole and precise, by figures from a made corpus."""

from collections import Counter

from helpers.id_corpus import clean_numbers, real_spellings
from oit.evidence.personal import find_national_ids


def test_every_real_spelling_is_found() -> None:
    """All of them, in every script and company: none of 1,080 is overlooked."""
    texts = list(real_spellings())
    overlooked = Counter(name for name, text in texts if len(find_national_ids(text)) != 1)
    assert len(texts) >= 1_000
    assert overlooked == Counter()


def test_nothing_that_only_looks_like_a_number_is_found() -> None:
    """No digits within a hash, UUID, coordinate, fraction, amount or longer number: 0 of 290,000.

    Of the 200,000 hashes alone, 299 were taken for ID numbers by the first version.
    """
    texts = list(clean_numbers())
    falsely_found = Counter(name for name, text in texts if find_national_ids(text))
    assert len(texts) >= 290_000
    assert falsely_found == Counter()


def test_letters_before_a_number_do_not_make_it_a_hash() -> None:
    """Only words as long as a hash of a known kind are passed over."""
    assert find_national_ids("deadbeef1101700230708")
    assert find_national_ids("1101700230708abcdefabcdefabcdefabcd")
    assert not find_national_ids("1101700230708abcdefabcdefabcdefa")
