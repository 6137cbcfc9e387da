"""Which row everybody stands in, also where families marry between generations."""

from dataclasses import replace

from samenspel.drawing.layout.generations import rows_of
from samenspel.drawing.layout.kinship import Kinship, Union


def kinship(*unions: tuple[str, str]) -> Kinship:
    """Unions written as ("father mother", "child child")."""
    made = [
        Union(f"u{i}", tuple(partners.split()), tuple(children.split()))
        for i, (partners, children) in enumerate(unions)
    ]
    people = dict.fromkeys(p for union in made for p in (*union.partners, *union.children))
    return Kinship(tuple(people), tuple(made))


def test_partners_share_a_row_and_children_stand_one_lower() -> None:
    rows, split = rows_of(kinship(("opa oma", "ma"), ("pa ma", "kind")))
    assert rows == {"opa": 0, "oma": 0, "ma": 1, "pa": 1, "kind": 2}
    assert not split


def test_parents_who_marry_in_stand_beside_those_of_their_generation() -> None:
    rows, _ = rows_of(kinship(("a b", "c"), ("c d", "e"), ("x y", "d")))
    assert rows["x"] == rows["y"] == rows["a"]


def test_an_uncle_and_his_niece_share_a_row() -> None:
    rows, split = rows_of(kinship(("opa oma", "oom ma"), ("pa ma", "nicht"), ("oom nicht", "kind")))
    assert rows["oom"] == rows["nicht"] == rows["ma"] + 1
    assert rows["kind"] == rows["nicht"] + 1
    assert not split


def test_brothers_and_sisters_without_parents_share_a_row() -> None:
    rows, _ = rows_of(kinship(("", "een twee"), ("een ander", "kind")))
    assert rows["een"] == rows["twee"] == rows["ander"] == rows["kind"] - 1


def test_the_fewest_unions_are_split_where_a_descendant_is_a_partner() -> None:
    family = kinship(("a b", "c"), ("c d", "e"), ("e a", "f"), ("x e", "y"))
    rows, split = rows_of(family)
    assert split == {"u2"}
    assert rows["f"] > rows["e"] > rows["c"] > rows["a"]
    assert rows["x"] == rows["e"]


def test_two_couples_crosswise_between_generations_split_one() -> None:
    rows, split = rows_of(kinship(("p q", "a"), ("a x", ""), ("b y", ""), ("a", "b"), ("y", "x")))
    assert len(split) == 1
    assert rows["b"] > rows["a"]
    assert rows["x"] > rows["y"]


def test_a_pet_stands_in_the_lowest_row_of_its_house() -> None:
    family = kinship(("pa ma", "kind"))
    family = replace(family, people=(*family.people, "hond"), homes=(("ma", "kind", "hond"),))
    assert [part.people for part in family.parts()] == [("pa", "ma", "kind", "hond")]
    assert rows_of(family)[0]["hond"] == 1
