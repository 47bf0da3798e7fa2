"""How time expressions are worded: one rule for each wording, with what it means.

In a template, `{month}` is a word of that kind whose value becomes a field (a digit
at its end tells two of a kind apart), `{THE}` a word that only has to be there, and a
space any white space. The first sentence of each group of rules says what it is for.
"""

from dataclasses import dataclass
from typing import Literal

from kg.times import absolute, anchored, deictic
from kg.times.setting import Meaning

Anchor = Literal["deictic", "absolute", "relative-to-event"]
ABSOLUTE: Anchor = "absolute"
DEICTIC: Anchor = "deictic"
EVENT: Anchor = "relative-to-event"


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording: its name, template, what it is counted from and what it means."""

    name: str
    template: str
    anchor: Anchor
    meaning: Meaning


RULES: tuple[Rule, ...] = (
    # "On 2019-03-22", "Thu, 01/04/2018"
    Rule("iso", "{year}-{num}-{num2}", ABSOLUTE, absolute.iso_day),
    Rule(
        "slashed",
        "(?:{weekday},? )?{num}/{num2}/{year}",
        ABSOLUTE,
        absolute.slashed_day,
    ),
    # "from Sept. 18-20", "the July 7-9 visit", "between 7 and 9 July 2020"
    Rule(
        "days",
        "(?:{FROM} )?{month} {day}{NTH}{DASH}{day2}{NTH}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "{BETWEEN} {month} {day}{NTH} {AND} {day2}{NTH}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "(?:{FROM} )?{day}{NTH}{DASH}{day2}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "{BETWEEN} {day}{NTH} {AND} {day2}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    # "Friday, July 21, 2017", "27 April 2018", "the Fourth of July", "June 21"
    Rule("day", "{WHEN}{month} {day}{NTH}{WHICH}?", ABSOLUTE, absolute.day_of_month),
    Rule(
        "day",
        "{WHEN}(?:{THE} )?{day}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.day_of_month,
    ),
    Rule(
        "day",
        "{THE} {ordinal} {OF} {month}{WHICH}?",
        ABSOLUTE,
        lambda f, s: absolute.day_of_month({**f, "day": f["ordinal"]}, s),
    ),
    Rule("holiday", "{holiday}{WHICH}?", ABSOLUTE, absolute.holiday),
    Rule("holiday", "{holiday} {single}{WHICH}?", ABSOLUTE, absolute.holiday),
    Rule("holiday", "{shift} {holiday}", DEICTIC, absolute.shifted_holiday),
    # "established in November 2018", "took office in May last year", "in September"
    Rule("dated month", "{month}{WHICH}", ABSOLUTE, absolute.month),
    Rule("shifted month", "(?:{THE} )?{shift} {month}", DEICTIC, deictic.shifted_month),
    Rule("month", "{month}", ABSOLUTE, absolute.month),
    # "the week of March 6", "the week of July 3, 2018"
    Rule(
        "week of day",
        "{THE} {=week} {OF} {month} {day}{NTH}{WHICH}?",
        ABSOLUTE,
        absolute.week_of_day,
    ),
    Rule("season", "(?:{THE} )?{season} (?:{OF} )?{year}", ABSOLUTE, absolute.season),
    Rule("season", "{shift} {season}", DEICTIC, absolute.season),
    Rule(
        "season",
        "{nearest} {season}",
        DEICTIC,
        lambda f, s: absolute.season({**f, "shift": f["nearest"]}, s),
    ),
    # "the 1950-53 Korean War", "the year 2000", "in 2014"
    Rule(
        "years",
        r"{year}\s?[-\u2010-\u2014]\s?(?P<yy>[0-9]{4}|[0-9]{2})",
        ABSOLUTE,
        absolute.year_range,
    ),
    Rule("told year", "{THE} {=year} {year}", ABSOLUTE, absolute.year),
    Rule("told year", "{FISCAL} (?:{=year} )?{year}", ABSOLUTE, absolute.year),
    Rule("year", "{year}", ABSOLUTE, absolute.year),
    # "nineteen ninety-six", "the year two thousand": as it is spoken
    Rule(
        "spoken year",
        "(?:{THE} {=year} )?{hundreds} {tail}(?!-)",
        ABSOLUTE,
        absolute.spoken_year,
    ),
    Rule(
        "spoken month",
        "{month} {hundreds} {tail}(?!-)",
        ABSOLUTE,
        absolute.spoken_month,
    ),
    Rule(
        "spoken year",
        "{THE} {=year} {thousand}(?: {tail})?",
        ABSOLUTE,
        lambda f, s: absolute.spoken_year({**f, "hundreds": f["thousand"]}, s),
    ),
    # "the 1990s", "the '80s", "the sixties", "the 20th century"
    Rule("decade", "(?:{THE} )?{year}'?s", ABSOLUTE, absolute.decade),
    Rule("decade", "(?:{THE} )?'(?P<decade>[0-9]0)s", ABSOLUTE, absolute.decade),
    Rule("decade", "{THE} {decade}", ABSOLUTE, absolute.decade),
    Rule(
        "century", "(?:{THE} )?{day}{SUFFIX}{GAP}{=century}", ABSOLUTE, absolute.century
    ),
    Rule(
        "century",
        "(?:{THE} )?{ordinal}{GAP}{=century}",
        ABSOLUTE,
        lambda f, s: absolute.century({"day": f["ordinal"]}, s),
    ),
    # "the third quarter of 2019", "this year's first half", "third-quarter profit"
    Rule(
        "fraction",
        "(?:{THE} )?{ordinal}{GAP}{fraction}{WHICH}",
        ABSOLUTE,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?{year}(?:'s)? {ordinal}{GAP}{fraction}",
        ABSOLUTE,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?{final}{GAP}{fraction}{WHICH}",
        ABSOLUTE,
        lambda f, s: absolute.fraction({**f, "ordinal": f["final"]}, s),
    ),
    Rule(
        "fraction",
        "{shift} {=year}'s {ordinal}{GAP}{fraction}",
        DEICTIC,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?(?:{FISCAL}{GAP})?{ordinal}{GAP}{=quarter}",
        DEICTIC,
        lambda f, s: absolute.fraction({**f, "fraction": "3"}, s),
    ),
    # "earlier today", "late Thursday night", "this morning"
    Rule("deictic", "(?:{THE} )?{deictic}{DURING}", DEICTIC, deictic.deictic),
    Rule(
        "deictic",
        "{shift} {PART-OF-DAY}",
        DEICTIC,
        lambda f, s: deictic.deictic({"deictic": f["shift"]}, s),
    ),
    Rule("weekday", "{weekday}{DURING}", DEICTIC, deictic.weekday),
    Rule(
        "weekday",
        "{HOUR}(?: [a-z]{2,4})?(?: {PREPOSITION})? {weekday}",
        DEICTIC,
        deictic.weekday,
    ),
    # "they met again the next Tuesday", "was tried the following morning"
    Rule(
        "from event", "{THE} {step} {weekday}{DURING}", EVENT, anchored.stepped_weekday
    ),
    Rule(
        "from event",
        "{THE} {step} {PART-OF-DAY}",
        EVENT,
        lambda f, s: anchored.stepped({**f, "unit": "day"}, s),
    ),
    Rule(
        "shifted weekday",
        "(?:{THE} )?{shift} {weekday}{DURING}",
        DEICTIC,
        deictic.shifted_weekday,
    ),
    Rule(
        "shifted weekday",
        "(?:{THE} )?{nearest} {weekday}{DURING}",
        DEICTIC,
        deictic.nearest_weekday,
    ),
    Rule(
        "shifted weekday",
        "{weekday}{DURING} (?:{OF} )?{shift} {=week}",
        DEICTIC,
        deictic.weekday_of_week,
    ),
    # "the following day"; "the next three weeks" of a future clause
    Rule("from event", "{THE} {step} (?:{n} )?{unit}", EVENT, anchored.stepped),
    # "in the past year", "over the next three months"
    Rule("rolling", "(?:{THE} )?{rolling} {n}{GAP}{unit}", DEICTIC, deictic.rolling),
    Rule("rolling", "{THE} {rolling} {single}", DEICTIC, deictic.rolling),
    # "talks next week", "earlier this month", "the current fiscal year"
    Rule(
        "shifted unit",
        "(?:{THE} )?{shift} (?:{FISCAL} )?{unit}",
        DEICTIC,
        deictic.shifted_unit,
    ),
    Rule(
        "shifted unit",
        "{nearest} {=week}",
        DEICTIC,
        lambda f, s: deictic.shifted_unit({**f, "unit": "week"}, s),
    ),
    Rule("weekend", "(?:{THE} )?{=weekend}", DEICTIC, deictic.weekend),
    # "three days ago", "in six months"
    Rule("ago", r"(?<!\w-){n}{GAP}{unit} (?:{OR-SO} )?{ago}", DEICTIC, deictic.offset),
    Rule("within", "{IN} {n} {unit}", DEICTIC, deictic.offset_ahead),
    # "just a year after", "two days earlier", "the day before", "the following day"
    Rule("from event", r"(?<!\w-){n} {unit} {direction}", EVENT, anchored.from_event),
    Rule("from event", "{=hour} {direction}", EVENT, anchored.within_hours),
    Rule(
        "from event",
        "(?:{THE} )?{single}-{ago}",
        EVENT,
        lambda f, s: anchored.from_event({**f, "direction": f["ago"]}, s),
    ),
    Rule("from event", "(?:{THE} )?{single}-{direction}", EVENT, anchored.from_event),
    Rule("from event", "{THE} {single} {direction}", EVENT, anchored.beside_event),
    Rule("same", "{THE} {SAME} {unit}", EVENT, anchored.same_period),
    Rule("same", "{THAT} {unit}", EVENT, anchored.same_period),
    # "in the evening they left", "they spoke at 10 a.m.": on the day that is told of
    Rule("same", "{IN} {THE} {PART-OF-DAY}", EVENT, anchored.same_day),
    Rule("same", "{HOUR}", EVENT, anchored.same_day),
    # "at the end of the year", "earlier in the week", "by year-end"
    Rule("the unit", "{THE} (?:{HEDGE} )?{single}", DEICTIC, anchored.same_or_now),
    Rule("year end", "(?:{THE} )?{YEAR-END}", DEICTIC, deictic.year_end),
    # "in the past few days": as fine as it is told
    Rule(
        "vague count",
        "(?:{THE} )?{rolling} {FEW} {unit}",
        DEICTIC,
        deictic.rolling_few,
    ),
    # "recently", "a few years ago", "in recent weeks", "the coming weeks"
    Rule("vague", "{VAGUE}", DEICTIC, deictic.nowhere),
    Rule(
        "vague", "{VAGUE-COUNT} {unit} (?:{AGO}|{DIRECTION})", DEICTIC, deictic.nowhere
    ),
    Rule(
        "vague",
        "(?:{THE} )?(?:{VAGUE-RECENT} |{ROLLING} {VAGUE-COUNT} ){UNITS}",
        DEICTIC,
        deictic.nowhere,
    ),
)
