"""Files to articles: what is read, what of it is the article, and when it is from.

Decides which inputs are articles (UTF-8, English, well-formed), the id and date of
each, and which blocks of its text are page furniture. The text itself is never
changed. What cannot be read becomes a `Skipped` record; nothing is dropped silently.

    sources    INPUT -> files            formats, pages, drafts    files -> articles
    furniture, comments, dates           what stands in a text     language    the gate
"""

from kg.read.articles import Inputs, read_articles
from kg.read.cues import FurnitureCues

__all__ = ["FurnitureCues", "Inputs", "read_articles"]
