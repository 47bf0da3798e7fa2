"""A knowledge graph as one HTML file that needs nothing else.

Decides how a graph looks and what a reader can do with it, not what it says. The page
asks nothing of any network, takes its positions from the build (a function of the graph
alone), and shows behind every node and line the sentences that it rests on.

    data      KnowledgeGraph -> what the page needs to know, as plain values
    identity  names and where they come from, offices, merges
    terms     classes, categories, relations, modes, with labels, looks and scores
    layout    who stands where
    network   pyvis: the page's drawing, and a plain network for people's own styling
    page      template, scripts, styles and data -> HTML
    notebook  the page in a frame, for notebooks
    web/      the page's template and palette; the source of its scripts and styles
    static/   those scripts and styles, built from web/ by scripts/viewer

Nobody else imports pyvis, and it is imported when a page is made: it brings IPython.
"""

from kg.view.network import to_pyvis
from kg.view.page import render

__all__ = ["render", "to_pyvis"]
