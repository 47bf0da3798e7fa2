"""Links within an article: is a pronoun or a nominal taken for the right one?

A link is a mention that is no name, of an entity that the article names. It is right
when the mention and the name that it leans on are annotated as one thing. What it leans
on is the last name before it, else the first one after.

Annotators mark every pronoun that stands for somebody, so one that is not marked ("it
rained") is linked wrongly. They pass over many nominals, as appositions: one that is
not marked is `unjudged`, neither right nor wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.figures import Figures, share
from kg.evaluate.system import Place, System

Row = tuple[str, ...]
_NAMES = ("name", "demonym")
_PRONOUN = "pronoun"
_KINDS = ("nominal", _PRONOUN)


@dataclass(frozen=True, slots=True)
class _Link:
    """A mention of a kind, the name it leans on, and what the two are annotated as."""

    kind: str
    mention: Place
    name: Place
    meant: str | None
    named: str | None

    @property
    def judged(self) -> bool:
        return self.meant is not None or self.kind == _PRONOUN

    @property
    def right(self) -> bool:
        return self.meant is not None and self.meant == self.named


def compare_links(
    system: System, texts: Mapping[str, str], marked: Callable[[Place], str | None]
) -> tuple[dict[str, Figures], list[Row]]:
    """Figures of links made, in all and by kind of mention, and the wrong ones.

    Args:
        system: the graph.
        texts: the text of each annotated article, by id; links elsewhere do not count.
        marked: what a mention of the graph is annotated as, or None.
    """
    links = sorted(_links(system, texts, marked), key=lambda link: link.mention)
    figures = {"links_right": _figures(links)}
    for kind in _KINDS:
        some = [link for link in links if link.kind == kind]
        figures[f"links_right_{kind}"] = _figures(some)
    rows: list[Row] = [
        ("wrong link", link.mention.article, link.kind, *_words(link, texts))
        for link in links
        if link.judged and not link.right
    ]
    return figures, rows


def _links(
    system: System, texts: Mapping[str, str], marked: Callable[[Place], str | None]
) -> Iterator[_Link]:
    for entity in system.entities:
        named = system.worded(entity, *_NAMES)
        for kind in _KINDS:
            for mention in system.worded(entity, kind):
                names = [n for n in named if n.article == mention.article]
                if names and mention.article in texts:
                    name = _antecedent(mention, names)
                    yield _Link(kind, mention, name, marked(mention), marked(name))


def _antecedent(mention: Place, names: Sequence[Place]) -> Place:
    before = [name for name in names if name < mention]
    return before[-1] if before else names[0]


def _words(link: _Link, texts: Mapping[str, str]) -> tuple[str, ...]:
    text = texts[link.mention.article]
    return tuple(text[p.start : p.end] for p in (link.mention, link.name))


def _figures(links: Sequence[_Link]) -> Figures:
    judged = [link for link in links if link.judged]
    right = sum(link.right for link in judged)
    unjudged = len(links) - len(judged)
    return {
        "p": share(right, len(judged)),
        "predicted": len(judged),
        "unjudged": unjudged,
    }
