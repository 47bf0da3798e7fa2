"""Graphs on disk: saved whole or not at all, read back as they were.

`check_folder` and `claim_folder` decide which folders may be written to, `save` and
`open_graph` write and read a graph, `save_reading` and `load_reading` keep what was
read of one article.
"""

from kg.store.files import write_all, write_atomically
from kg.store.folder import (
    FORMAT,
    READINGS,
    articles_to_jsonl,
    check_folder,
    claim_folder,
    claimed,
    is_ours,
    open_graph,
    read_text,
    save,
    stored_articles,
    stored_base,
    stored_quads,
    stored_run,
)
from kg.store.readings import load_reading, save_reading

__all__ = [
    "FORMAT",
    "READINGS",
    "articles_to_jsonl",
    "check_folder",
    "claim_folder",
    "claimed",
    "is_ours",
    "load_reading",
    "open_graph",
    "read_text",
    "save",
    "save_reading",
    "stored_articles",
    "stored_base",
    "stored_quads",
    "stored_run",
    "write_all",
    "write_atomically",
]
