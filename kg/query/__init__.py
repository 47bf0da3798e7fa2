"""Questions to a graph: SPARQL 1.1 and named questions, and their answers."""

from kg.query.answer import FORMATS, Answer, format_answer, format_triples
from kg.query.ask import ask, load, restrict
from kg.query.find import find_entity
from kg.query.questions import Parameter, Question, parse_arguments, questions

__all__ = [
    "FORMATS",
    "Answer",
    "Parameter",
    "Question",
    "ask",
    "find_entity",
    "format_answer",
    "format_triples",
    "load",
    "parse_arguments",
    "questions",
    "restrict",
]
