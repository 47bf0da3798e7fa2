"""The errors of kg, drawn as a tree: catch `KgError` for all of them.

    KgError                      every message says what, where, and the cure
    ├── UsageError               the command or call was wrong             (exit code 2)
    │   └── ForeignFolder        the output folder is not empty and not ours
    ├── OntologyError            a file of the ontology says something it may not say
    ├── CurationError            a person's curation.toml cannot be understood
    ├── ModelError               a language model is missing, broken or unfit
    ├── StoreError               a graph folder cannot be read or written
    ├── QueryError               a SPARQL query or the name of a question is wrong
    └── NotFound                 no entity, article or file of that name

Bad articles raise nothing: they become `kg.model.Skipped` records, so that
the rest is built.
"""


class KgError(Exception):
    """Base of every error that kg raises on purpose."""


class UsageError(KgError):
    """The command line or the call was wrong."""


class ForeignFolder(UsageError):
    """The output folder is not empty and was not written by kg."""


class OntologyError(KgError):
    """A file of the ontology is malformed; the message names file and term."""


class CurationError(KgError):
    """A file of curation is malformed; the message names file and entry."""


class ModelError(KgError):
    """A language model is missing, broken or lacks a component that kg needs."""


class StoreError(KgError):
    """A graph folder cannot be read or written."""


class QueryError(KgError):
    """A SPARQL query does not parse, or no named question has that name."""


class NotFound(KgError):
    """Nothing in the graph has that name."""
