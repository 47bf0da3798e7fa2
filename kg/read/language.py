"""Whether a text is English: kg reads no other language.

Decides by script at any length, and by a language model (py3langid, after Lui and
Baldwin 2012) on 200 code points or more; shorter Latin text passes, for names and
headlines mislead the model.
"""

_ENOUGH = 200
_SAMPLE = 20_000
_DECLARED = "en"
# English loses to real other languages by 350 and more (natural log) on 200 code
# points, to chance on lists of names and times by less than 70
_MARGIN = 100.0
_LATIN = (range(0x250), range(0x1E00, 0x1F00), range(0xFF21, 0xFF5B))


def is_declared_english(language: str) -> bool:
    """Whether a language field says English: "en", "en-GB", "eng", "English"."""
    return language.strip().lower().startswith(_DECLARED)


def foreign_language(text: str) -> str | None:
    """The ISO 639 code of the language a text is in, or None if it may be English.

    A text whose letters are mostly not Latin is never English; one without letters
    is not judged. Only the first 20,000 code points are looked at.
    """
    sample = text[:_SAMPLE]
    if not _is_latin(sample):
        return _detected(sample)[0]
    if len(sample) < _ENOUGH:
        return None
    code, margin = _detected(sample)
    return code if margin > _MARGIN else None


def _is_latin(text: str) -> bool:
    letters = [ord(c) for c in text if c.isalpha()]
    latin = sum(any(code in block for block in _LATIN) for code in letters)
    return 2 * latin >= len(letters)


def _detected(text: str) -> tuple[str, float]:
    """The likeliest language, and by how much English is behind (natural log)."""
    # imported here because its model takes half a second; it has no type hints
    import py3langid  # type: ignore[import-untyped]

    ranks = py3langid.rank(text)
    code, score = ranks[0]
    return code, score - dict(ranks)[_DECLARED]
