"""Contexts: what an event is about, by the words around it."""

from collections import Counter

import pytest
from readings import Case, ReadTexts, article, cases, the_lexicon, the_schema

from kg.arguments import Scene
from kg.coref import Linked
from kg.events.contexts import contexts_of
from kg.parse import parse_articles
from kg.reader import Reader
from kg.schema import Individual

WORDS = ("ContextCue", "NameContext")
SHOWN = [
    pytest.param(term, name, text, id=f"{term.id}-{name}")
    for kind in WORDS
    for term in the_schema().of(kind)
    for name in ("example", "nonExample")
    for text in term.all(name)
]


def _told(reader: Reader, text: str) -> frozenset[str]:
    """The contexts that the sentences of a text tell."""
    (parsed,) = parse_articles([article(text)], reader.nlp, reader.recogniser)
    scene = Scene(parsed, Linked((), {}), (), reader.lexicon)
    rows = (contexts_of(scene, sentence) for sentence in parsed.doc.sents)
    return frozenset(context for row in rows for context in row)


@pytest.mark.parametrize(("term", "name", "text"), SHOWN)
def test_a_cue_tells_its_context_in_its_example_only(
    reader: Reader, term: Individual, name: str, text: str
) -> None:
    """The sentence that shows a cue has its contexts, the other one has not."""
    told = _told(reader, text)
    assert (set(term.all("context")) <= told) is (name == "example"), told


def test_every_context_has_its_cues() -> None:
    """All 37 contexts are told by words, more than a thousand of them."""
    terms = [term for kind in WORDS for term in the_schema().of(kind)]
    contexts = {context.id for context in the_schema().of("Context")}
    assert len(contexts) == 37
    assert {c for term in terms for c in term.all("context")} == contexts
    assert sum(len(term.all("lemma")) for term in terms) >= 1100
    assert len(SHOWN) >= 2 * 60


@pytest.mark.parametrize("kind", WORDS)
def test_a_word_is_a_cue_once(kind: str) -> None:
    """No lemma stands in two cues of a kind: the second would be lost."""
    lemmas = Counter(w for term in the_schema().of(kind) for w in term.all("lemma"))
    assert len(lemmas) >= 100
    assert [word for word, times in lemmas.items() if times > 1] == []


# What bounds a context: mission of the manual, in sentences of our own.
BOUNDS: tuple[Case, ...] = (
    ("Finland opened a nuclear power plant.", ""),
    ("Japan restarted a nuclear reactor.", ""),
    ("Pakistan tested a nuclear-armed missile.", "cbrn military"),
    ("The militia attacked a village in Mali.", ""),
    ("The rebels fired at a village in Mali.", ""),
    ("Soldiers entered a village in Mali.", "military"),
    ("The players left the tennis court in Madrid.", ""),
    ("A court in Madrid fined the players.", "legal"),
    ("Julie Bishop arrived in Fiji.", ""),
    ("A bishop arrived in Fiji.", "religion_ethnicity"),
    ("The Christian Democrats praised Spain.", ""),
    ("The firm raised the price of its shirts.", ""),
    ("The price of bread rose as taxes and wages fell.", "economic"),
    ("The trade union thanked Norway.", ""),
    ("Norway ended its free trade with Chile.", "economic"),
    ("The Salvation Army fed the poor in Perth.", ""),
    ("The Chilean Navy rescued the crew.", "military"),
    ("Peru protested over the anti-corruption law.", "corruption"),
    ("Police seized cocaine from drug traffickers.", "illegal_drugs trafficking"),
    ("Ministers discussed artificial intelligence in Seoul.", "technology"),
    ("Ministers discussed intelligence sharing in Seoul.", "intelligence"),
    ("The oil spill angered Brazil.", "disasters environment"),
    ("The museum bought an oil painting.", ""),
)


@pytest.mark.parametrize(("text", "expected"), cases(BOUNDS))
def test_a_context_keeps_its_bounds(reader: Reader, text: str, expected: str) -> None:
    """A sentence tells just the contexts that it should."""
    assert len(BOUNDS) == 23
    assert " ".join(sorted(_told(reader, text))) == expected


# What an event has by itself, beside the words.
EVENTS: tuple[Case, ...] = (
    ("France and Egypt held talks in Rome.", "Consult: diplomatic"),
    ("Emmanuel Macron and Bono held talks in Rome.", "Consult: "),
    ("France praised Egypt.", "Support: diplomatic"),
    ("France criticised Egypt.", "Accuse: "),
    ("France criticised Egypt over the coup.", "Accuse: political_institutions"),
    ("Kenya attacked the students with tear gas.", "Assault: repression"),
)


@pytest.mark.parametrize(("text", "expected"), cases(EVENTS))
def test_an_event_has_its_contexts(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """An event has the contexts of its words, and those that it is itself."""
    assert len(EVENTS) == 6
    (event,) = read_texts([text])[text].events
    assert f"{event.category}: {' '.join(event.contexts)}" == expected


def test_an_article_gives_its_topic_to_all_its_events(read_texts: ReadTexts) -> None:
    """What most sentences tell of is the context of those that do not tell it."""
    virus = [
        "The epidemic spread in Guinea.",
        "The virus killed hundreds.",
        "Vaccines were scarce.",
        "Ebola reached Mali.",
        "The disease was feared.",
        "Ghana criticised Guinea.",
    ]
    long, short = " ".join(virus), " ".join(virus[-2:])
    told = {t: r.events[-1].contexts for t, r in read_texts([long, short]).items()}
    assert told == {long: ("health",), short: ()}


def test_no_cue_is_longer_than_what_is_looked_for() -> None:
    """A cue has at most five words, of which none is a hyphen."""
    kinds = (*WORDS, "ContextBar")
    lemmas = [word for kind in kinds for word in the_lexicon().words(kind)]
    assert max(len(lemma.split()) for lemma in lemmas) <= 5
    assert not any("-" in lemma for lemma in lemmas)


PASTIMES = [
    pytest.param(text, name == "example", id=f"{term.id}-{name}")
    for kind in ("PastimeCue", "PastimeName")
    for term in the_schema().of(kind)
    for name in ("example", "nonExample")
    for text in term.all(name)
]


@pytest.mark.parametrize(("text", "played"), PASTIMES)
def test_words_of_a_game_tell_a_pastime(
    reader: Reader, text: str, *, played: bool
) -> None:
    """The sentence that shows a cue is of a game, the other one is not."""
    assert len(PASTIMES) >= 7
    (parsed,) = parse_articles([article(text)], reader.nlp, reader.recogniser)
    scene = Scene(parsed, Linked((), {}), (), reader.lexicon)
    rows = [
        contexts_of(scene, sentence, "PastimeCue", "PastimeName")
        for sentence in parsed.doc.sents
    ]
    assert any(rows) is played


def test_games_tell_no_events(read_texts: ReadTexts) -> None:
    """A penalty is no concession; athletes sent to a neighbour are politics."""
    game = "The referee awarded Sweden a penalty after a foul by Italy in the match."
    politics = "North Korea agreed with South Korea to send athletes to the Games."
    told = read_texts([game, politics])
    assert [e for e in told[game].events if e.category != "Action"] == []
    assert [e.category for e in told[politics].events] == ["Agree"]
