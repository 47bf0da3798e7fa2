"""The project itself: sizes, names, docs and the division of code and knowledge."""

import ast
import json
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kg
from kg.cli import app
from kg.cli.handing import FORMATS
from kg.cli.talk import Exit
from kg.schema import load_schema

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(ROOT.glob("kg/**/*.py"))
TESTS = sorted(ROOT.glob("tests/**/test_*.py"))
SCRIPTS = sorted(p for p in ROOT.glob("scripts/*") if not p.suffix)
BANNED = {"base", "common", "core", "helpers", "manager", "utils"}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ------------------------------------------------------------------------- sizes


def test_all_modules_are_seen() -> None:
    """The checks below see the whole of kg and its tests."""
    assert len(MODULES) >= 60
    assert len(TESTS) >= 10
    assert len(SCRIPTS) >= 5


def test_modules_are_small() -> None:
    """No module has more than 400 lines, half have at most 200."""
    sizes = {_named(path): _lines(path) for path in MODULES}
    assert {name: n for name, n in sizes.items() if n > 400} == {}
    assert statistics.median(sizes.values()) <= 200


def test_functions_are_small() -> None:
    """No function has more than 60 lines, docstring included; half have at most 10."""
    sizes = {
        f"{_named(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in _functions(path)
        if node.end_lineno is not None
    }
    assert {name: n for name, n in sizes.items() if n > 60} == {}
    assert statistics.median(sizes.values()) <= 10


def test_no_module_has_a_name_that_says_nothing() -> None:
    """There is no utils, helpers, common, core, base or manager."""
    assert [p for p in MODULES if {p.stem, p.parent.name} & BANNED] == []


# ------------------------------------------------------------- docstrings and types


def test_every_module_says_what_it_decides() -> None:
    """Every module of kg and every module of tests has a docstring."""
    bare = [p for p in (*MODULES, *TESTS) if not ast.get_docstring(_tree(p))]
    assert [_named(path) for path in bare] == []


def test_every_test_states_a_fact() -> None:
    """Every test has a docstring, and asserts or expects something."""
    silent = [
        f"{_named(path)}:{node.lineno} {node.name}"
        for path in TESTS
        for checking in (_checking(path),)
        for node in _functions(path)
        if node.name.startswith("test_")
        and (node.name not in checking or not ast.get_docstring(node))
    ]
    assert silent == []


def _checking(path: Path) -> set[str]:
    """Functions that assert or expect something, or call one that does.

    That one may be of the same module or of a module of tests beside it.
    """
    bodies = {node.name: ast.unparse(node) for node in _functions(path)}
    direct = re.compile(r"\bassert\b|pytest\.(raises|warns|fail)\b")
    checking = {name for name, body in bodies.items() if direct.search(body)}
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            names = {alias.name for alias in node.names}
            checking |= names & _checking(path.with_name(f"{node.module}.py"))
    while True:
        calls = re.compile(rf"\b(?:{'|'.join(sorted(checking)) or '!'})\(")
        more = {name for name, body in bodies.items() if calls.search(body[4:])}
        if more <= checking:
            return checking
        checking |= more


def test_every_exception_to_a_rule_names_it() -> None:
    """Each noqa and type: ignore names the rule that it lifts."""
    bare = [
        f"{_named(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if re.search(r"#\s*noqa(?!:)|#\s*type:\s*ignore(?!\[)", line)
    ]
    assert bare == []


def test_kg_is_typed_for_its_users() -> None:
    """The package carries the mark that its annotations are to be believed."""
    assert (ROOT / "kg" / "py.typed").is_file()


# ------------------------------------------------ kg knows how, ontology knows what


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """String literals of a module that are no docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(_tree(path)):
        literal = isinstance(node, ast.Constant) and id(node) not in docstrings
        if literal and isinstance(node.value, str):
            yield node.lineno, node.value


@cache
def _world() -> frozenset[str]:
    """Every name of the gazetteer; "US" and the like are too short to look for."""
    schema = load_schema()
    forms = ("label", "altLabel", "demonym", "metonym", "contextName", "shortName")
    return frozenset(
        name
        for kind in ("GazetteerEntry", "CollectiveName")
        for term in schema.of(kind)
        for form in forms
        for name in term.all(form)
        if len(name) >= 4
    )


def test_the_gazetteer_is_seen() -> None:
    """The check below knows some thousand names."""
    assert len(_world()) >= 1000


def _names_in(text: str) -> set[str]:
    """Capitalised words and rows of them, and the whole text."""
    words = re.findall(r"\b[A-Z][\w-]+", text)
    rows = re.findall(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)+", text)
    return {text, *words, *rows}


# PLOVER's word for the four quarters of its categories is also the name of an alliance.
NO_NAMES = {"Quad", "Quad Code"}


def test_no_name_of_the_world_stands_in_the_code() -> None:
    """People, countries, places and their aliases are in ontology/, not in kg/*.py."""
    found = [
        f"{_named(path)}:{line} {text!r}"
        for path in MODULES
        for line, text in _strings(path)
        if (_names_in(text) & _world()) - NO_NAMES
    ]
    assert found == []


# --------------------------------------------------------------- docs and packaging


@cache
def _readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", [c.callback.__name__ for c in app.registered_commands if c.callback]
)
def test_the_readme_tells_of_every_command(command: str) -> None:
    """No command is without a line in the README's table."""
    assert re.search(rf"^\| `kg {command}\b.*\|", _readme(), re.MULTILINE)


def test_the_readme_tells_of_every_format_and_exit_code() -> None:
    """Every format of kg export and every exit code stands in the README."""
    assert [form for form in FORMATS if form not in _readme()] == []
    codes = _readme()[_readme().index("Exit codes:") :]
    assert [code for code in Exit if not re.search(rf"\b{int(code)} ", codes)] == []


def test_the_readme_tells_of_nothing_that_is_not_there() -> None:
    """Every command, script and folder that the README speaks of exists."""
    known = {c.callback.__name__ for c in app.registered_commands if c.callback}
    told = set(re.findall(r"(?:^    |`)kg ([a-z]+)\b", _readme(), re.MULTILINE))
    assert told - known == set()
    paths = set(re.findall(r"`?((?:scripts|ontology|tests|kg)/[\w./-]*\w)", _readme()))
    assert len(paths) >= 8
    missing = [p for p in paths if not (ROOT / p).exists() and "NAME" not in p]
    assert missing == []


def test_the_version_is_one() -> None:
    """The newest version of the changelog is that of the package."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert versions[1] == kg.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "kg/__init__.py"


def test_every_dependency_is_pinned() -> None:
    """constraints.txt has an exact version of everything that pyproject.toml names."""
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = {_plain(m) for m in re.findall(r"^([\w.-]+)==\S+$", pins, re.MULTILINE)}
    lines = [line for line in pins.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(names) >= 60
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    asked = {_plain(re.split(r"[<>=!~\[; ]", line)[0]) for line in wanted}
    assert len(asked) >= 20
    assert asked - names == set()


def test_packages_of_the_viewer_are_pinned() -> None:
    """Each package that the viewer is built with has one version, from any registry."""
    web = ROOT / "kg" / "view" / "web"
    wanted = json.loads((web / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((web / "package-lock.json").read_text(encoding="utf-8"))[
        "packages"
    ]
    assert "dependencies" not in wanted  # whoever uses kg needs none of them
    assert len(wanted["devDependencies"]) >= 8
    for name, version in wanted["devDependencies"].items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert lock[f"node_modules/{name}"]["version"] == version
    assert [name for name, one in lock.items() if name and "integrity" not in one] == []
    assert [name for name, one in lock.items() if "resolved" in one] == []


def _plain(name: str) -> str:
    """A package's name as the index normalises it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_imported_is_declared() -> None:
    """Every package that kg imports is one that the distribution depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"]
    declared = {_plain(re.split(r"[<>=]", line)[0]).replace("-", "_") for line in lines}
    # jinja2 is made of it and cannot be installed without
    declared |= {"markupsafe"}
    imported = {name for path in MODULES for name in _imports(path)}
    foreign = imported - sys.stdlib_module_names - {"kg"}
    assert len(foreign) >= 8
    assert foreign - declared == set()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_explains_itself(script: Path) -> None:
    """--help says what a script does, without doing it."""
    done = subprocess.run(
        [str(script), "--help"], capture_output=True, text=True, check=True
    )
    assert script.name in done.stdout
    assert len(done.stdout.split()) >= 15


@pytest.mark.model
def test_the_bench_prints_a_ratio() -> None:
    """scripts/bench prints words a second, and our stages in units of spaCy's time."""
    bench = [sys.executable, str(ROOT / "scripts" / "bench.py"), "--words", "300"]
    done = subprocess.run(bench, capture_output=True, text=True, check=True)
    ratio_told = r"(?:   our stages (-?\d+\.\d\d) times spaCy)?"
    figures = re.findall(rf"(\d+) words/s{ratio_told}", done.stdout)
    assert len(figures) == 3
    assert all(int(words) > 0 for words, _ in figures)
    assert [bool(ratio) for _, ratio in figures] == [False, True, True]


def test_the_bench_of_the_viewer_prints_ratios() -> None:
    """scripts/bench view prints each comparison with its ratio and verdict."""
    bench = [sys.executable, str(ROOT / "scripts" / "bench_view.py")]
    small = ["--sizes", "40", "90", "--spring", "50", "--no-browser", "--no-build"]
    done = subprocess.run([*bench, *small], capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    assert [row[0] for row in rows] == ["40"] * 4 + ["90"] * 4
    assert [" ".join(row[1:3]) for row in rows[:4]] == [
        "write the",
        f"size {rows[1][2]}",
        "lay out",
        "moved by",
    ]
    assert all(any(re.fullmatch(r"\d+\.\d{3}", cell) for cell in r) for r in rows)


def test_the_layers_name_every_module() -> None:
    """The import contract speaks of every module, so that none escapes it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    assert contract["exhaustive"] is True
    named = {part.strip() for layer in contract["layers"] for part in layer.split("|")}
    there = {
        path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")
        for path in MODULES
        if path != ROOT / "kg" / "__init__.py"
    }
    assert there == named
