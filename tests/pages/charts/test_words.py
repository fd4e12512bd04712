"""How things are counted in sentences: right for one and for several."""

from pages.charts.words import number_of


def test_one_thing_is_said_as_one_and_several_as_several() -> None:
    counted = [number_of(number, "line chart") for number in (0, 1, 2, 1200)]
    assert counted == ["0 line charts", "1 line chart", "2 line charts", "1,200 line charts"]
    assert [number_of(number, "authority") for number in (1, 152)] == ["1 authority", "152 authorities"]
    assert [number_of(number, "day") for number in (1, 2)] == ["1 day", "2 days"]
    assert [number_of(number, "row is", "rows are") for number in (1, 2)] == ["1 row is", "2 rows are"]
