"""kg review: who may be taken for whom by mistake, and what a person decided."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.building import as_built
from kg.cli.judging import judgement_record, reasons
from kg.cli.options import AsJson, Folder, Ontology, Quiet, Verbose
from kg.cli.talk import Exit, Talk, counted, finish, give, give_json
from kg.curation import FILE, read_curation
from kg.model import Entity, Verdict

if TYPE_CHECKING:
    from kg.entities.review import Doubt
    from kg.schema import Schema

_Number = Annotated[
    int,
    typer.Option("-n", "--number", min=0, metavar="N", help="How many pairs to list."),
]
_Apply = Annotated[
    bool,
    typer.Option(
        "--apply", help="First build the graph again, with curation.toml as it is now."
    ),
]


def review(
    folder: Folder,
    number: _Number = 10,
    apply: _Apply = False,
    ontology: Ontology = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> Exit:
    """List who is taken for whom, the least certain first, and how to decide it.

    Each pair comes with what speaks for and against, both sentences, and an entry to
    paste into DIR/curation.toml that turns the verdict over; then the entries that are
    in force. What is decided holds for every later build, add and remove.
    """
    from kg.entities.review import review as doubts_of
    from kg.graphs import load
    from kg.names import NameKeys
    from kg.store import stored_run

    talk, code = Talk(quiet, verbose), Exit.DONE
    if apply:
        code = _rebuild(folder, ontology, talk)
    graph = load(folder, ontology=ontology)
    doubts = doubts_of(graph.knowledge, NameKeys.from_schema(graph.schema))
    decided = _decided(stored_run(folder))
    if as_json:
        shown = [_record(doubt) for doubt in doubts[:number]]
        give_json({"pairs": shown, "curation": decided})
    else:
        for place, doubt in enumerate(doubts[:number], 1):
            give("\n".join(_lines(place, doubt, graph.schema)))
        give("".join(f"{line}\n" for line in _curation(decided)))
    talk.say(
        f"{min(number, len(doubts))} of {counted(len(doubts), 'pair')}; -n for more"
    )
    _warn_if_changed(folder, stored_run(folder), talk)
    return code


def _rebuild(folder: Path, ontology: Path | None, talk: Talk) -> Exit:
    from kg import pipeline

    with talk.progress("reading") as progress:
        options = as_built(folder, ontology, 1, progress)
        built = pipeline.rebuild(folder, options=options)
    return finish(built, talk)


def _lines(place: int, doubt: "Doubt", schema: "Schema") -> Iterator[str]:
    judgement = doubt.judgement
    verdict = _VERDICTS[judgement.verdict]
    yield f"{place}. {verdict} (score {judgement.score:.2f}, {judgement.rule})"
    sides = (judgement.left, judgement.right)
    entities = (doubt.left, doubt.right)
    for end, entity, said in zip(sides, entities, doubt.contexts, strict=True):
        about = f"{entity.label} ({schema.label(entity.cls)}, {entity.id})"
        yield f"   “{end.mention.words}” in {end.article}: {about}"
        yield f"      > {said}"
    yield from reasons(judgement, indent=6)
    yield "   to decide otherwise:"
    yield from (f"      {line}".rstrip() for line in doubt.entry.toml().split("\n"))


_VERDICTS: Mapping[Verdict, str] = {
    Verdict.SAME: "taken for one",
    Verdict.DIFFERENT: "kept apart",
    Verdict.UNSURE: "kept apart, in doubt",
}


def _record(doubt: "Doubt") -> dict[str, object]:
    return {
        **judgement_record(doubt.judgement),
        "distance": doubt.distance,
        "entities": [_entity(e) for e in (doubt.left, doubt.right)],
        "contexts": list(doubt.contexts),
        "curation": doubt.entry.toml(),
    }


def _entity(entity: Entity) -> dict[str, str]:
    return {"id": entity.id, "label": entity.label, "class": entity.cls}


def _decided(run: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The entries of the curation that the graph was built with."""
    curation = run.get("curation")
    rows = curation.get("entries") if isinstance(curation, dict) else None
    return [row for row in rows or () if isinstance(row, dict)]


def _curation(decided: list[Mapping[str, object]]) -> Iterator[str]:
    if not decided:
        yield f"{FILE}: no decisions yet"
    for row in decided:
        problem = row.get("problem")
        told = f"not in force: {problem}" if problem else "in force"
        yield f"{FILE}: {row.get('entry')}: {told}"
        yield from (f"   {x}".rstrip() for x in str(row.get("toml")).split("\n"))


def _warn_if_changed(folder: Path, run: Mapping[str, object], talk: Talk) -> None:
    known = run.get("curation")
    digest = known.get("digest") if isinstance(known, dict) else ""
    if read_curation(folder / FILE).digest != digest:
        talk.say(
            f"{folder / FILE} has changed since the graph was built; "
            f"`kg review {folder} --apply` puts it in force"
        )
