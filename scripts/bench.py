"""How fast kg reads, beside the bare spaCy pipeline, on the same text in the same run.

The text is that of the sample articles, repeated under other ids until there is enough
of it, or that of files or folders of one's own. Loading of models and ontology is left
out. Time is that of the processor, so that what else runs on the machine counts little;
of several rounds the fastest of each counts. Absolute figures depend on the machine;
the ratio is what to compare.
"""

import argparse
import sys
import time
from dataclasses import replace

from kg.entities import combine
from kg.graph import to_node_link
from kg.model import Article
from kg.parse import DEFAULT_MODEL
from kg.pipeline import furniture_cues, samples_folder
from kg.rdf import to_nquads, to_turtle
from kg.read import read_articles
from kg.reader import Reader
from kg.schema import Schema, load_schema
from kg.view import render

_BATCH = 16


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("inputs", nargs="*", help="articles; else the samples of kg")
    parser.add_argument("--words", type=int, default=100_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=1, metavar="N")
    wanted = parser.parse_args()
    schema = load_schema()
    articles = _articles(wanted.inputs, wanted.words, schema)
    words = sum(len(article.text.split()) for article in articles)
    reader = Reader.load(DEFAULT_MODEL, schema)
    _bare(reader, articles[:_BATCH])
    reader.read(articles[:_BATCH])
    rounds = [
        (_bare(reader, articles), *_kg(reader, articles, schema))
        for _ in range(wanted.rounds)
    ]
    bare, reading, writing = map(min, zip(*rounds, strict=True))
    whole = reading + writing
    sys.stdout.write(
        f"{len(articles)} articles, {words} words\n"
        f"bare spaCy pipeline   {words / bare:8.0f} words/s\n"
        f"kg, reading           {words / reading:8.0f} words/s   "
        f"our stages {(reading - bare) / bare:.2f} times spaCy\n"
        f"kg, the whole build   {words / whole:8.0f} words/s   "
        f"our stages {(whole - bare) / bare:.2f} times spaCy\n"
    )


def _articles(inputs: list[str], wanted: int, schema: Schema) -> list[Article]:
    given = inputs or [str(samples_folder())]
    once = read_articles(given, cues=furniture_cues(schema)).articles
    if not any(article.text.split() for article in once):
        sys.exit(f"bench: no words in {', '.join(given)}; give articles that have text")
    found: list[Article] = []
    words = turn = 0
    while words < wanted:
        turn += 1
        for article in once:
            found.append(replace(article, id=f"{article.id}-{turn}"))
            words += len(article.text.split())
    return found


def _bare(reader: Reader, articles: list[Article]) -> float:
    """CPU seconds of the spaCy pipeline alone, article by article in batches."""
    started = time.process_time()
    with reader.nlp.memory_zone():
        for _ in reader.nlp.pipe((a.text for a in articles), batch_size=_BATCH):
            pass
    return time.process_time() - started


def _kg(reader: Reader, articles: list[Article], schema: Schema) -> tuple[float, float]:
    """CPU seconds of reading, and of combining and writing all forms."""
    started = time.process_time()
    readings = [
        reading
        for first in range(0, len(articles), _BATCH)
        for reading in reader.read(articles[first : first + _BATCH])
    ]
    read = time.process_time()
    graph = combine(readings, schema)
    for write in (to_nquads, to_turtle, to_node_link, render):
        write(graph, schema)
    return read - started, time.process_time() - read


if __name__ == "__main__":
    main()
