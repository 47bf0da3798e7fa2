"""Who says it: the chain of those to whom a sentence attributes what it tells.

Each level is a row of tokens, the nearest first ("Yonhap quoted the ministry as saying
that ...": the ministry, then Yonhap). An empty row is somebody whom nobody can name
("it was reported that").
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.quotes import authors, owners
from kg.stance.clause import Clause
from kg.stance.contents import content_of_noun, misplaced, tellers, tells
from kg.stance.tense import clause_verb, finite
from kg.syntax import after_comma, expanded, lemma_forms, passive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSING = 8  # tokens at the end of a sentence where "officials said" may stand
Level = tuple["Token", ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The speakers around one predicate."""

    clause: Clause

    @property
    def lexicon(self) -> Lexicon:
        """The words of stance."""
        return self.clause.lexicon

    def beside(self, token: "Token") -> list[Level]:
        """As in "Peru, sources said, expelled him": said of the clause from within."""
        for verb in token.children:
            # "or so it claims"
            so = verb.dep_ == "conj" and any(c.lower_ == "so" for c in verb.lefts)
            aside = verb.dep_ == "parataxis" or so
            if aside and verbal(verb) and self._speech(verb):
                return self._levels(verb)
            if verb.dep_ == "advcl" and self._as_told(verb):
                return self._levels(verb)
        closing = next(filter(self._closes, token.sent[-_CLOSING:]), None)
        if closing is None or token in closing.subtree:
            return []
        return self._levels(closing)

    def _as_told(self, verb: "Token") -> bool:
        """As in "as Reuters reported", "as rumour has it"."""
        parts = {c.dep_: c for c in verb.children}
        mark, subject = parts.get("mark"), parts.get("nsubj")
        if mark is None or mark.lower_ != "as" or parts.keys() & {"ccomp", "xcomp"}:
            return False
        if "dobj" not in parts:
            return self._speech(verb)
        return subject is not None and tells(subject, self.lexicon)

    def _closes(self, verb: "Token") -> bool:
        """As in "..., local media reported.", wherever the tree hangs it."""
        parts = {c.dep_ for c in verb.children}
        loose = verb.dep_ in ("conj", "parataxis", "relcl") and "nsubj" in parts
        if not loose or parts & {"ccomp", "dobj", "mark", "cc", "attr"}:
            return False
        related = any(c.tag_ in ("WDT", "WP") for c in verb.children)
        return after_comma(verb) and not related and verbal(verb) and self._speech(verb)

    def over(self, child: "Token", head: "Token") -> list[Level]:
        """Who says a clause: "X said that ...", '"...," X said', "X's claim that"."""
        if content_of_noun(child, self.lexicon) and not self._factive(head):
            # "denied the claim that it had met": the denier says so
            astray = misplaced(head, self.lexicon) or self._disclaimed(head)
            return self._levels(clause_verb(head)) if astray else [tuple(owners(head))]
        if head.lower_ == "as" and self._cites(head.head):
            return self._quoting(head.head)
        told = child.dep_ in ("dobj", "nsubjpass") and not verbal(child)
        if told and self.lexicon.has("TellingVerb", *lemma_forms(head)):
            return self._levels(head)  # "Reuters reported the expulsion of the envoy"
        if child.lower_ == "that" and child.dep_ != "mark" and self._speech(head):
            return self._levels(head)  # a clause that the tree makes a phrase of
        if child.dep_ == "ccomp" and _aside(head) and self._cites(head):
            # "reported, citing the army, that ...": hung on the nearer verb
            said = expanded(c for c in head.children if c.dep_ == "dobj")
            return [tuple(said), tuple(authors(head.head, self.lexicon))]
        if verbal(head) and child.dep_ in ("ccomp", "xcomp", "dep"):
            if told_by := tellers(head, self.lexicon):
                return [tuple(owners(told_by[0]))]
            if self._denied(head):
                return []  # "did not mention that", "did not say whether"
            if self._quoted(head):
                return []  # the quoting verb tells who, one step up
            if self._speech(head) or self._held(child, head):
                return self._levels(head)
        if child.dep_ == "parataxis" and verbal(child):
            return []
        return self.beside(head) if verbal(head) else []

    def _disclaimed(self, noun: "Token") -> bool:
        pair = f"{noun.head.lemma_.lower()} {noun.lemma_.lower()}"
        cue = self.lexicon.words("EmbeddingCue").get(pair)
        return noun.dep_ == "dobj" and cue is not None and bool(cue.one("speaks"))

    def _denied(self, verb: "Token") -> bool:
        return self._speech(verb) and self.clause.denied(verb)

    def _speech(self, verb: "Token") -> bool:
        cue = self.clause.cue("EmbeddingCue", verb)
        return self.clause.says(verb) or bool(cue and cue.one("speaks"))

    def _cites(self, verb: "Token") -> bool:
        return self.lexicon.has("CitingVerb", *lemma_forms(verb))

    def _factive(self, word: "Token") -> bool:
        return self.lexicon.has("FactiveCue", *lemma_forms(word))

    def _held(self, clause: "Token", verb: "Token") -> bool:
        """A that-clause under a verb is held by somebody, but for factive verbs.

        Only after the verb: what trees hang on it from before is often another clause.
        """
        marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
        told = clause.dep_ == "ccomp" and finite(clause) is not None
        plain = verb.lemma_ != "be" and not self._factive(verb)
        return told and marked and plain and clause.i > verb.i

    def _levels(self, verb: "Token") -> list[Level]:
        """The speaker, or whom the speaker cites and then the speaker."""
        cited = [
            t
            for clause in verb.children
            if _aside(clause) and self._cites(clause)
            for t in expanded(c for c in clause.children if c.dep_ == "dobj")
        ]
        if self._cites(verb):
            return self._quoting(verb)
        own = tuple(authors(verb, self.lexicon))
        return [tuple(cited), own] if cited else [own]

    def _quoted(self, saying: "Token") -> bool:
        """As in "quoted the ministry as saying": its subject is not the quoter."""
        return saying.dep_ == "pcomp" and saying.head.lower_ == "as"

    def _quoting(self, verb: "Token") -> list[Level]:
        """As in "Yonhap quoted the ministry", "the ministry was quoted by Yonhap"."""
        if passive(verb):
            said = expanded(c for c in verb.children if c.dep_ == "nsubjpass")
            agents = tuple(authors(verb, self.lexicon))
            return [tuple(said), agents] if agents else [tuple(said)]
        said = expanded(c for c in verb.children if c.dep_ == "dobj")
        by = tuple(authors(verb, self.lexicon))
        return [tuple(said), by] if said else [by]

    def sources(self, token: "Token") -> list[Level]:
        """Whom the sentence cites: "according to Seoul's unification ministry"."""
        known = self.lexicon.words("SourcePreposition")
        first = self.lexicon.first_words("SourcePreposition")
        found = []
        for word in (w for w in token.sent if w.lower_ in first):
            last = word.i + 1 == len(word.doc)
            pair = word.lower_ if last else f"{word.lower_} {word.nbor().lower_}"
            if pair in known:
                found.append(_cited(word))
            elif word.lower_ in known and word.dep_ == "prep":
                named = _cited(word)
                # "per capita" cites nobody
                found += [named] if any(t.pos_ == "PROPN" for t in named) else []
        return found


def _cited(word: "Token") -> Level:
    inner = (word, *word.children)
    objects = [c for t in inner for c in t.children if c.dep_ == "pobj"]
    return tuple(expanded(objects))


def _aside(clause: "Token") -> bool:
    """As in "citing the army", beside the verb."""
    return clause.tag_ == "VBG" and clause.dep_ in ("advcl", "prep", "xcomp")
