"""Quotations that run over several sentences, and who is quoted in them.

Within one sentence the tree shows who speaks ('"...," she said'); the sentences after
it in the same quotation, and those after "He said:", have nobody in their own tree.
They are not the article's own voice, so their speaker is found here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Span
from kg.parse import Parsed
from kg.syntax import after_comma, passive, slots, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_ATTRIBUTION = 120  # characters between two quotations of one speaker
_SOURCES = ("possessor", "from", "by", "of", "modifier")


def find_speakers(parsed: Parsed, lexicon: Lexicon) -> Mapping[int, list["Token"]]:
    """Who is quoted in each sentence that lies inside a quotation, wholly or mostly.

    Keyed by the index of the sentence's first token; nobody when none can be named. A
    sentence that is not quoted is left out.
    """
    found: dict[int, list[Token]] = {}
    sentences = list(parsed.doc.sents)
    last = 0
    said: list[Token] = []
    for quote in parsed.quotations:
        inside = [s for s in sentences if _within(parsed, s, quote)]
        around = [s for s in sentences if _touches(parsed, s, quote)]
        speakers = _attributed(around, parsed, quote, lexicon) or _announced(
            sentences, around, lexicon
        )
        if not speakers and _goes_on(parsed.article.text[last : quote.start]):
            speakers = said
        last, said = quote.end, speakers
        for sentence in inside:
            found[sentence.start] = speakers
    return found


def _goes_on(between: str) -> bool:
    """As in '"A," she said. "B."': the second quotation is of the same speaker."""
    return len(between) < _ATTRIBUTION and "\n" not in between


def _bounds(parsed: Parsed, sentence: "Sentence") -> Span:
    return parsed.span(sentence[0], sentence[-1])


def _within(parsed: Parsed, sentence: "Sentence", quote: Span) -> bool:
    """Whether most of a sentence lies inside a quotation."""
    span = _bounds(parsed, sentence)
    shared = min(span.end, quote.end) - max(span.start, quote.start)
    return 2 * shared > span.end - span.start


def _touches(parsed: Parsed, sentence: "Sentence", quote: Span) -> bool:
    return _bounds(parsed, sentence).overlaps(quote)


def _attributed(
    sentences: "list[Sentence]", parsed: Parsed, quote: Span, lexicon: Lexicon
) -> list["Token"]:
    """The subject of a reporting verb in these sentences, outside the quotation."""
    for sentence in sentences:
        for token in sentence:
            outside = not quote.contains(parsed.span(token))
            if outside and _reports(token, lexicon):
                return authors(token, lexicon)
    return []


def _announced(
    sentences: "list[Sentence]", around: "list[Sentence]", lexicon: Lexicon
) -> list["Token"]:
    """As in "Johnson said in a statement:", the sentence before the quotation."""
    first = min((s.start for s in around), default=0)
    before = [s for s in sentences if s.end <= first]
    if not before or before[-1][-1].text != ":":
        return []
    verbs = [t for t in before[-1] if _reports(t, lexicon)]
    return authors(verbs[-1], lexicon) if verbs else []


def _reports(token: "Token", lexicon: Lexicon) -> bool:
    return verbal(token) and lexicon.has("ReportingVerb", token.lemma_)


def authors(verb: "Token", lexicon: Lexicon) -> list["Token"]:
    """Who says it: the subject of a reporting verb, the agent of a passive one.

    Of "a statement from the ministry said", the ministry; nobody in "was told that".
    """
    around = slots(verb) if passive(verb) else {}
    said_by = around.get("subject", []) if passive(verb) else _speakers(verb)
    found: list[Token] = []
    for token in said_by:
        told_by = lexicon.has("ReportingNoun", token.lemma_)
        found += (owners(token) if told_by else []) or [token]
    return found


def _speakers(verb: "Token") -> list["Token"]:
    """The subject, or who stands before the verb in "B, Ann Lee, an envoy, told".

    Long appositions go astray in the tree, into the clause that is told.
    """
    told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if found := subjects(verb):
        return found
    before = verb.doc[verb.i - 1] if verb.i else verb
    if not told or before.text != ",":
        return []
    last = before.doc[before.i - 1]
    phrases = [t for t in (last, *last.ancestors) if t.i < verb.i and _set_off(t)]
    return phrases[-1:]


def _set_off(noun: "Token") -> bool:
    """Whether a noun phrase begins after a comma."""
    return after_comma(noun) and noun.pos_ in ("NOUN", "PROPN")


def owners(noun: "Token") -> list["Token"]:
    """Whose statement, claim or report it is; empty when nobody is named."""
    around = slots(noun)
    return [t for s in _SOURCES for t in around.get(s, ())]
