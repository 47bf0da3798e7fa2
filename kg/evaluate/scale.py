"""The terms that scores are counted in, read from `scale.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes, relations and event categories of the annotation guide.

    `classes` are in order of preference, `categories` map a class's local name in
    lower case to the name that the annotation uses.
    """

    classes: tuple[str, ...]
    unclassed: str
    relations: frozenset[str]
    symmetric: frozenset[str]
    always: frozenset[str]
    ties: frozenset[str]
    categories: Mapping[str, str]

    def coarse(self, classes: frozenset[str]) -> str:
        """The one class, of all that a thing has, that counts."""
        return next((c for c in self.classes if c in classes), self.unclassed)


def load_scale() -> Scale:
    """Read the scale that is shipped beside this module."""
    path = Path(__file__).with_name("scale.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Scale(
        classes=tuple(data["classes"]),
        unclassed=data["unclassed"],
        relations=frozenset(data["relations"]),
        symmetric=frozenset(data["symmetric"]),
        always=frozenset(data["always"]),
        ties=frozenset(data["ties"]),
        categories={name.lower(): name.upper() for name in data["categories"]},
    )
