"""Frozen dataclasses <-> plain JSON values, driven by their type hints.

Knows nothing of kg's own types: strings, numbers, enums of strings, optional values,
tuples and dataclasses of these are enough for all of them.
"""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[object], object]


def encode(value: object) -> object:
    """Turn a dataclass into dicts, lists and scalars; fields keep their order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def decode(cls: type[T], data: object) -> T:
    """Turn what `encode` gave back into the dataclass; the exact inverse.

    A field that is missing takes its default.

    Raises:
        ValueError: if the data is not that of such a value.
    """
    return cast("T", _decoder(cast("Hashable", cls))(data))


@cache
def _decoder(hint: Hashable) -> Decoder:
    """How a value of one type is read; made once for each type."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _of_dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if get_origin(hint) is tuple:
        return _of_tuple(_decoder(get_args(hint)[0]))
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (part for part in get_args(hint) if part is not types.NoneType)
        return _of_optional(_decoder(inner))
    if hint in (str, int, float, bool):
        return _of_scalar(cast("type", hint))
    message = f"{hint}: no such type can be stored"
    raise TypeError(message)


def _of_dataclass(cls: type) -> Decoder:
    hints = get_type_hints(cls)
    parts = {field.name: _decoder(hints[field.name]) for field in fields(cls)}
    required = {f.name for f in fields(cls) if f.default is MISSING}

    def read(data: object) -> object:
        if not isinstance(data, Mapping) or not required <= data.keys() <= parts.keys():
            message = f"not the fields of {cls.__name__}"
            raise ValueError(message)
        return cls(**{name: parts[name](value) for name, value in data.items()})

    return read


def _of_tuple(item: Decoder) -> Decoder:
    def read(data: object) -> object:
        if not isinstance(data, list):
            message = f"{data!r} is no list"
            raise ValueError(message)
        return tuple([item(value) for value in data])

    return read


def _of_optional(inner: Decoder) -> Decoder:
    def read(data: object) -> object:
        return None if data is None else inner(data)

    return read


def _of_scalar(kind: type) -> Decoder:
    def read(data: object) -> object:
        # bool is an int to Python, and JSON writes 1.0 and 1 as it likes
        if type(data) is not kind and not (kind is float and type(data) is int):
            message = f"{data!r} is no {kind.__name__}"
            raise ValueError(message)
        return float(data) if isinstance(data, int) and kind is float else data

    return read
