"""Whether what a finding says, its values filled in, is written as the style guide asks."""

from helpers.english_style import faults_of_english
from helpers.thai_style import faults_of_thai
from oit.catalog import Language
from oit.findings import Finding
from oit.wording.sentences import words_of
from oit.wording.vocabulary import Vocabulary


def faults_of_finding(finding: Finding, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """What is badly written in the sentences of a finding, by what is wrong; else empty."""
    thai, english = (words_of(finding, vocabulary, language) for language in Language)
    faults = faults_of_thai("\n".join((thai.what, thai.expected, thai.remedy)))
    archaic = faults_of_english("\n".join((english.what, english.expected, english.remedy)))
    return {**faults, "archaic": archaic} if archaic else faults
