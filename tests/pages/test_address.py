"""The address and the view are the same thing said twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.choosing import choices, models
from pages.choosing.address import Choice, read, written
from queries.rows.catalogue import Authority

FOUND = {
    code: Authority(
        area_code=code, dfe_code=f"{300 + n}", name=f"Authority {n}", other_names=(), area_codes=(code, f"E1000{n:04}"),
        region_name="", opened_on=None, closed_on=None, tiny=False, predecessors=(), predecessor_codes=(),
        successors=(), successor_codes=(), joint_return_name=None, joint_return_from=None, joint_return_to=None,
    )
    for n, code in enumerate([f"E0800{n:04}" for n in range(24, 60)])
}  # fmt: skip
YEARS = tuple(str(year) for year in range(2009, 2027))
CHOICES = [
    choices.authority(FOUND),
    choices.series(default=("agency_rate", "vacancy_rate"), most=8),
    choices.comparators(),
    choices.authorities(FOUND, name="others", default=(), most=3),
    models.neighbour_model(),
    choices.event_scopes(),
    Choice(name="from", options=YEARS, default=("2009",)),
    Choice(name="to", options=YEARS, default=("2026",)),
    Choice(name="areas", options=("0", "1"), default=("0",)),
]


def _views(draw):
    return {
        choice.name: tuple(
            draw(st.lists(st.sampled_from(choice.options), min_size=choice.least, max_size=choice.most, unique=True))
        )
        for choice in CHOICES
    }


@settings(max_examples=200)
@given(st.data())
def test_view_to_address_to_view_is_the_identity(data):
    view = _views(data.draw)
    address = written(view)
    again, problems = read(CHOICES, address)
    assert again == view
    assert problems == []
    assert written(again) == address


@given(st.dictionaries(st.sampled_from([choice.name for choice in CHOICES] + ["utm_source"]), st.text(max_size=300)))
def test_any_address_gives_a_view_that_can_be_written(address):
    view, problems = read(CHOICES, address)
    again, _ = read(CHOICES, written(view))
    assert again == view
    assert all(len(problem) < 200 for problem in problems)


def test_ids_not_labels_stand_in_the_address():
    address = written(read(CHOICES, {})[0])
    assert address["authority"] == choices.FIRST_AUTHORITY
    assert address["indicator"] == "agency_rate,vacancy_rate"
    assert address["others"] == "none"


def test_what_cannot_be_used_is_named():
    view, problems = read(CHOICES, {"authority": "E99999999", "indicator": "nonsense,agency_rate"})
    assert view["authority"] == ()  # never another than the one asked for
    assert view["indicator"] == ("agency_rate",)
    assert ["E99999999" in problems[0], "nonsense" in problems[1]] == [True, True]


def test_nothing_that_could_be_a_link_or_a_picture_is_said_again():
    for hostile in ("![](http://example.org/a)", "[a](http://example.org)", ":red[x]", "<script>", "$x$", "http://a.b"):
        _, problems = read(CHOICES, {"authority": hostile})
        assert all(part not in " ".join(problems) for part in ("http", "script", "red", "$")), hostile


def test_ten_thousand_authorities_are_one_sentence():
    view, problems = read(CHOICES, {"others": ",".join([*FOUND, *(f"X{n}" for n in range(10_000))])})
    assert len(view["others"]) == 3
    assert len(problems) == 2


def test_other_codes_of_an_authority_are_understood():
    assert read(CHOICES, {"authority": "305"})[0]["authority"] == (list(FOUND)[5],)
