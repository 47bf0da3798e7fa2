"""The doctor finds what is wrong with an installation, and says how to mend it."""

import importlib.metadata
import shutil
import tomllib
from pathlib import Path

import pytest

from kg import doctor
from kg.doctor import Finding, examine
from kg.parse import DEFAULT_MODEL

EXPECTED = ("newskg", "python", "ontology", "model", "model files", "temporary files")


def _of(findings: tuple[Finding, ...], what: str) -> Finding:
    return next(finding for finding in findings if finding.what == what)


@pytest.mark.model
def test_a_good_installation_is_well() -> None:
    """Where the tests run, everything is as it should be."""
    findings = examine()
    assert [f for f in findings if not f.ok] == []
    assert {f.what for f in findings} >= set(EXPECTED)


def test_every_dependency_is_looked_at() -> None:
    """Each package that the distribution depends on has a line of its own."""
    looked_at = {finding.what for finding in doctor._packages()}
    lines = importlib.metadata.requires("newskg") or []
    core = [line for line in lines if "extra ==" not in line]
    assert len(core) >= 12
    assert all(any(line.startswith(what) for what in looked_at) for line in core)


def test_an_old_package_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package below its lower bound is told with the command that mends it."""
    monkeypatch.setattr(doctor, "requires", lambda _: ["numpy>=999"])
    found = next(f for f in doctor._packages() if f.what == "numpy")
    assert not found.ok
    assert found.advice == "pip install 'numpy>=999'"


def test_a_missing_package_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is not installed is told as such."""
    monkeypatch.setattr(doctor, "requires", lambda _: ["no-such-package>=1"])
    found = next(f for f in doctor._packages() if f.what == "no-such-package")
    assert (found.ok, found.found) == (False, "not installed")


def test_extras_are_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only an extra needs may be missing."""
    lines = ['no-such-package>=1; extra == "test"']
    monkeypatch.setattr(doctor, "requires", lambda _: lines)
    assert all(finding.ok for finding in doctor._packages())


def test_an_old_python_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python below the one that kg asks for is told."""
    monkeypatch.setattr(doctor.platform, "python_version", lambda: "3.9.1")
    found = next(f for f in doctor._packages() if f.what == "python")
    assert not found.ok
    assert "3.11" in found.advice


def test_a_broken_ontology_is_wrong(tmp_path: Path) -> None:
    """An ontology that does not load is told with file and reason."""
    (tmp_path / "mine.ttl").write_text("this is no Turtle", encoding="utf-8")
    found = doctor._ontology(tmp_path)
    assert not found.ok
    assert "mine.ttl" in found.advice


def test_an_unknown_model_is_wrong() -> None:
    """A model that is not installed is told; there are no checksums to compare."""
    found = doctor._model("no_such_model")
    assert (found.ok, "no_such_model" in found.advice) == (False, True)
    assert doctor._weights("no_such_model").ok


def test_changed_weights_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One changed byte of one weight file is found and named; so is a missing file."""
    folder = doctor._folder(DEFAULT_MODEL)
    assert folder is not None
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    monkeypatch.setattr(doctor, "_folder", lambda _: copy)
    assert doctor._weights(DEFAULT_MODEL).ok
    weights = copy / "ner" / "model"
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)
    (copy / "tagger" / "model").unlink()
    found = doctor._weights(DEFAULT_MODEL)
    assert not found.ok
    assert found.found == "2 differ: ner/model, tagger/model"
    assert "--force-reinstall" in found.advice


def test_every_weight_file_has_a_checksum() -> None:
    """No file that decides a reading lacks its checksum."""
    path = Path(doctor.__file__).with_name("model_hashes.toml")
    known = tomllib.loads(path.read_text(encoding="utf-8"))[DEFAULT_MODEL]
    folder = doctor._folder(DEFAULT_MODEL)
    assert folder is not None
    weights = {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and (p.parent != folder or p.suffix == ".cfg")
    }
    assert len(weights) >= 15
    assert weights <= set(known)
    assert all(len(digest) == 64 for digest in known.values())


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for temporary files that cannot be written is wrong."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", full)
    found = doctor._temporary()
    assert not found.ok
    assert "No space left on device" in found.advice
