"""Which stretches of a text are quotations."""

import pytest

from kg.model import Article
from kg.parse.quotations import quotations

# text, what is quoted in it with the marks
QUOTED: list[tuple[str, list[str]]] = [
    ("Chad signed.", []),
    ('He said: "We go." Ana said "no".', ['"We go."', '"no"']),
    ("“We go,” she said. “They stay.”", ["“We go,”", "“They stay.”"]),
    ("Peru said ``we go'' in «Lima».", ["``we go''", "«Lima»"]),
    ('“It said ‘no’ to 6" guns,” he said.', ['“It said ‘no’ to 6" guns,”']),
    ("She spoke of a“ new order ”there.", ["“ new order ”"]),
    ('She spoke of a" new order "there.', ['" new order "']),
    # over paragraphs
    ('"One.\n"Two.\n"Three," she said.', ['"One.\n"Two.\n"Three,"']),
    ('"One.\nTwo." He left. "Three.\nFour."', ['"One.\nTwo."', '"Three.\nFour."']),
    ("“One.\n\nTwo.\n\nThree.” He left.", ["“One.\n\nTwo.\n\nThree.”"]),
    # a mark is lost
    ('He said "we go.\nAna "stays", he said.', ['"we go.', '"stays"']),
    ("He said “we go.\nAna “stays”, he said.", ["“we go.", "“stays”"]),
    ('He said "we go.\nThey left.\nIt "may", he said.', ['"we go.', '"may"']),
    ('We go," he said. "We do."', ['"We do."']),
]


def test_the_table_is_whole() -> None:
    """No case has been lost."""
    assert len(QUOTED) >= 14


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_a_quotation_stands_between_its_marks(text: str, quoted: list[str]) -> None:
    """A quotation goes from the mark that opens it to the one that closes it."""
    found = quotations(Article("a", text))
    assert [span.cut(text) for span in found] == quoted
