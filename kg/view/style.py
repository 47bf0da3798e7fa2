"""How classes and kinds of claims look: `web/palette.json`, read and applied.

A class that the palette does not name looks like the nearest class above it that the
palette names, and like the palette's last entry when there is none: a new class of the
ontology needs no change here.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.schema import Schema

WEB = Path(__file__).resolve().parent / "web"
"""Template, palette, and the source of the page's scripts and styles."""
STATIC = WEB.parent / "static"
"""The page's scripts and styles as `scripts/viewer` builds them, and their licences."""


@dataclass(frozen=True)
class Look:
    """How entities of a class are drawn: `shape` is one of vis-network's."""

    name: str
    shape: str


@dataclass(frozen=True)
class Family:
    """A kind of line: what it is called in the legend, and the quads it covers."""

    name: str
    label: str
    quads: tuple[str, ...]


@dataclass(frozen=True)
class Style:
    """The palette. `light` and `dark` map a name to a CSS colour.

    The colour of a look is called "class-NAME", that of a family "family-NAME".
    """

    light: dict[str, str]
    dark: dict[str, str]
    classes: tuple[Look, ...]
    families: tuple[Family, ...]
    relations: str
    other: str

    def look(self, cls: str, schema: Schema) -> Look:
        """The look of a class: its own, else that of the nearest class above it."""
        looks = {look.name: look for look in self.classes}
        todo, seen = [cls], set[str]()
        while todo:
            name = todo.pop(0)
            if name in looks:
                return looks[name]
            if name in schema.classes and name not in seen:
                todo += schema.classes[name].all("subClassOf")
            seen.add(name)
        return self.classes[-1]

    def family(self, category: str, schema: Schema) -> str:
        """The family of an event category, by its quad class or that of one above."""
        todo, seen = [category], set[str]()
        while todo:
            name = todo.pop(0)
            term = schema.classes.get(name)
            if term is None or name in seen:
                continue
            seen.add(name)
            quads = term.all("quad")
            found = [f.name for f in self.families if set(quads) & set(f.quads)]
            if found:
                return found[0]
            todo += term.all("subClassOf")
        return self.other

    def css(self) -> str:
        """The colours as CSS custom properties, as the system or the reader has it.

        Light by default, dark where the system is; `data-colours` on the root element
        is what the reader chose instead.
        """
        dark = _properties(self.dark)
        return (
            f":root {{\n{_properties(self.light)}}}\n"
            "@media screen and (prefers-color-scheme: dark) {\n"
            f":root:not([data-colours=light]) {{\n{dark}}}\n}}\n"
            f"@media screen {{\n:root[data-colours=dark] {{\n{dark}}}\n}}\n"
        )


def _properties(colours: dict[str, str]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in colours.items())


@cache
def load_style() -> Style:
    """The palette that comes with kg."""
    raw = json.loads((WEB / "palette.json").read_text(encoding="utf-8"))
    return Style(
        light=raw["light"],
        dark=raw["dark"],
        classes=tuple(Look(**look) for look in raw["classes"]),
        families=tuple(
            Family(f["name"], f["label"], tuple(f["quads"])) for f in raw["families"]
        ),
        relations=raw["relations"],
        other=raw["other"],
    )
