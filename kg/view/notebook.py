"""The page inside a notebook: a frame that holds it whole, and words where none shows.

The frame's page is a document of its own (srcdoc), so that the notebook's styles and
scripts and the page's do not meet, and nothing is installed or fetched for it. It may
run its scripts and hand out files (its exports), and nothing else: it reaches neither
the notebook, its storage nor its cells.
"""

from html import escape

_FRAME = (
    '<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads" '
    'style="width:100%;height:{height}px;border:1px solid #8884;border-radius:4px" '
    'loading="lazy"></iframe>'
)
_HEIGHT = 640
_UNSHOWN = (
    "If no drawing shows here, the notebook is not trusted or shows no HTML. Run the "
    "cell again, or trust it (Jupyter: Trust Notebook, in the File menu or the command "
    "palette; VS Code: trust the workspace). graph.view() opens the page in a browser."
)


def in_frame(page: str, *, title: str = "News knowledge graph") -> str:
    """An HTML page as an element that a notebook can show."""
    return _FRAME.format(page=escape(page), title=escape(title), height=_HEIGHT)


def in_words(graph: str) -> str:
    """What stands where HTML is not shown: the graph in a line, and what to do."""
    return f"{graph}\n{_UNSHOWN}"
