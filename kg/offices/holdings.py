"""Who held which office of what, and when: the dated holdings of the gazetteer.

A day in the text or the date of an article picks the holder; where the sources leave
two, or end before the day, nobody is picked ("wrong is worse than unresolved").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.schema import Individual


@dataclass(frozen=True, slots=True)
class Holding:
    """One stay of one person in one office; dates are ISO, as fine as known.

    `owner` and `holder` are gazetteer ids, `office` is the lemma of a title. `end` is
    None when the source has none; then nothing is known after `known_until`.
    """

    begin: str
    holder: str
    office: str
    owner: str
    end: str | None
    known_until: str | None
    acting: bool

    def covers(self, day: str) -> bool:
        """Whether it lasted on a day, month or year, by the coarser of two dates."""
        last = self.end or self.known_until
        return bool(self.begin and last) and (
            _until(self.begin, day) and _until(day, last or "")
        )

    def ended(self, day: str) -> bool:
        """Whether it was over before a day, month or year."""
        return self.end is not None and not _until(day, self.end)


def _until(first: str, last: str) -> bool:
    size = min(len(first), len(last))
    return first[:size] <= last[:size]


@dataclass(frozen=True)
class Holdings:
    """The holdings of one lexicon. Titles that mean one office are one office."""

    lexicon: Lexicon

    def holder(self, title: str, owner: str, day: str | None) -> str | None:
        """The one who is known to have held an office on a day; None if not just one.

        Args:
            title: a lemma of a title, lower case ("prime minister").
            owner: gazetteer id of the country or body.
            day: an ISO date, as fine as known; without one nobody is picked.
        """
        row = self._of_owner(owner, title) if day else ()
        found = {h.holder for h in row if h.covers(day or "") and not h.acting}
        return found.pop() if len(found) == 1 else None

    def held(
        self, holder: str, day: str | None, *, former: bool = False
    ) -> tuple[Holding, ...]:
        """The offices that somebody held on a day, or, when former, before it."""
        wanted = Holding.ended if former else Holding.covers
        row = self._rows(holder) if day else ()
        return tuple(h for h in row if h.holder == holder and wanted(h, day or ""))

    def beside(self, holder: str, step: int, day: str | None) -> str | None:
        """Who came after (1) or before (-1) somebody in his one office; else None.

        The office is the one held on the day, else the last before it.
        """
        held = self.held(holder, day) or self.held(holder, day, former=True)[-1:]
        found = {f for h in held if (f := self._next(h, step)) is not None}
        return found.pop() if len(found) == 1 else None

    def _next(self, holding: Holding, step: int) -> str | None:
        row = self._of_owner(holding.owner, holding.office)
        lasting = [h for h in row if not h.acting and h.begin]
        at = lasting.index(holding) + step if holding in lasting else -1
        return lasting[at].holder if 0 <= at < len(lasting) else None

    def _office(self, title: str) -> str:
        """What an office is called among those that mean the same."""
        same = self.lexicon.words("SameOffice").get(title)
        term = same or self.lexicon.words("Title").get(title)
        return term.id if term is not None else title

    def _rows(self, entry: str) -> Iterator[Holding]:
        """All holdings by or of an entry, the earliest first."""
        found = map(_holding, self.lexicon.holdings.get(entry, ()))
        yield from sorted(found, key=lambda h: (h.begin, h.holder, h.office, h.owner))

    def _of_owner(self, owner: str, title: str) -> list[Holding]:
        return [
            h
            for h in self._rows(owner)
            if h.owner == owner and self._means(title, h.office)
        ]

    def _means(self, title: str, office: str) -> bool:
        """Whether a title is an office: "premier", or "leader" for a supreme leader."""
        first, *rest = office.split()
        shortened = rest and title == " ".join(rest)
        lowered = self.lexicon.has("LoweringMark", first)
        same = self._office(office) == self._office(title)
        return same or bool(shortened and not lowered)


def _holding(term: Individual) -> Holding:
    return Holding(
        term.one("beginDate") or "",
        term.need("holder"),
        term.need("office"),
        term.need("of"),
        term.one("endDate"),
        term.one("knownUntil"),
        term.one("acting") is not None,
    )
