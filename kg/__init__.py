"""News articles in, a knowledge graph out in which every edge carries its receipt.

    import kg

    graph = kg.build("articles/")              # or kg.load("folder") for a saved one
    graph.entity("Kim Yo Jong")                # by any name that it goes by
    graph.query("SELECT * { ?who kg:leads ?what }")
    graph.to_networkx(), graph.to_rdflib(), graph.view()

The values themselves (`Article`, `Entity`, `RelationClaim`, `EventClaim`, ...) are in
`kg.model`, the errors in `kg.errors`: catch `KgError` for all of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.graphs import Graph, build, demo, load

__version__ = "0.1.0"

__all__ = ["Graph", "KgError", "__version__", "build", "demo", "load"]

_HOME = {
    "Graph": "kg.graphs",
    "KgError": "kg.errors",
    "build": "kg.graphs",
    "demo": "kg.graphs",
    "load": "kg.graphs",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: `import kg` itself is quick."""
    if name not in _HOME:
        message = f"module 'kg' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
