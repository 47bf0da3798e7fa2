"""Offices: the titles in front of names, and who held which office when.

`find_offices` tells what a text says ("South Korean President Moon Jae-in"),
`Holdings` what the gazetteer knows of the holders of an office by date.
"""

from kg.offices.before import Office, find_offices
from kg.offices.holdings import Holding, Holdings

__all__ = ["Holding", "Holdings", "Office", "find_offices"]
