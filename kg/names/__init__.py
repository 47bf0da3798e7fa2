"""Are two names one? Keys for spellings of one name, and weighed reasons for the rest.

Knows strings alone: who else is in the article, which country and which office is for
coreference and for `kg.entities` to weigh. How names are spelled stands in
`ontology/lexicon/romanisation.ttl`.
"""

from kg.names.evidence import (
    SAME,
    NameEvidence,
    Reason,
    compare,
    evidence,
    fuller_forms,
    weigh_names,
)
from kg.names.keys import Name, NameKeys
from kg.names.person import PersonName
from kg.names.thing import ThingName

__all__ = [
    "SAME",
    "Name",
    "NameEvidence",
    "NameKeys",
    "PersonName",
    "Reason",
    "ThingName",
    "compare",
    "evidence",
    "fuller_forms",
    "weigh_names",
]
