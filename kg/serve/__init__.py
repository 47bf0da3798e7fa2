"""A graph on this machine's own address: its page, and a SPARQL 1.1 endpoint.

Read-only, and for this machine alone: it listens on 127.0.0.1, answers nobody who came
by another name (so that no page of the web can ask through a visitor's browser), and
asks nobody.

    sockets  bytes to requests, replies to bytes
    site     requests to replies: what is where, who may ask, what is refused
    protocol the SPARQL 1.1 protocol: which query a request carries
    accept   in which form an answer is wanted
    engine   queries in a process of their own, which is ended when it takes too long
    answers  what that process does: a query to the answer in the wanted form
"""

from kg.serve.engine import Engine
from kg.serve.site import Reply, Request, Site
from kg.serve.sockets import HOST, Serving

__all__ = ["HOST", "Engine", "Reply", "Request", "Serving", "Site"]
