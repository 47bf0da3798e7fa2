"""How fast kg reads, beside the bare spaCy pipeline, on the same text in the same run.

The text is that of the sample articles, repeated under other ids until there is enough
of it. Loading of models and ontology is left out. Absolute figures depend on the
machine; the ratio is what to compare.
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
    parser.add_argument("--words", type=int, default=100_000, metavar="N")
    wanted = parser.parse_args().words
    schema = load_schema()
    articles = _articles(wanted, schema)
    words = sum(len(article.text.split()) for article in articles)
    reader = Reader.load(DEFAULT_MODEL, schema)
    _bare(reader, articles[:_BATCH])
    reader.read(articles[:_BATCH])
    bare = _bare(reader, articles)
    reading, writing = _kg(reader, articles, schema)
    whole = reading + writing
    sys.stdout.write(
        f"{len(articles)} articles, {words} words\n"
        f"bare spaCy pipeline   {words / bare:8.0f} words/s\n"
        f"kg, reading           {words / reading:8.0f} words/s   "
        f"{bare / reading:.2f} of spaCy\n"
        f"kg, the whole build   {words / whole:8.0f} words/s   "
        f"{bare / whole:.2f} of spaCy\n"
    )


def _articles(wanted: int, schema: Schema) -> list[Article]:
    samples = read_articles([str(samples_folder())], cues=furniture_cues(schema))
    found: list[Article] = []
    words = turn = 0
    while words < wanted:
        turn += 1
        for article in samples.articles:
            found.append(replace(article, id=f"{article.id}-{turn}"))
            words += len(article.text.split())
    return found


def _bare(reader: Reader, articles: list[Article]) -> float:
    """Seconds of the spaCy pipeline alone, article by article in batches."""
    started = time.perf_counter()
    with reader.nlp.memory_zone():
        for _ in reader.nlp.pipe((a.text for a in articles), batch_size=_BATCH):
            pass
    return time.perf_counter() - started


def _kg(reader: Reader, articles: list[Article], schema: Schema) -> tuple[float, float]:
    """Seconds of reading, and of combining and writing all forms."""
    started = time.perf_counter()
    readings = [
        reading
        for first in range(0, len(articles), _BATCH)
        for reading in reader.read(articles[first : first + _BATCH])
    ]
    read = time.perf_counter()
    graph = combine(readings, schema)
    for write in (to_nquads, to_turtle, to_node_link, render):
        write(graph, schema)
    return read - started, time.perf_counter() - read


if __name__ == "__main__":
    main()
