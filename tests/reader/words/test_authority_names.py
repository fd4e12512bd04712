"""Names of authorities lead to authorities."""

from etl.reader.words.authority_names import authorities, names, places


def test_names_lead_to_authorities() -> None:
    assert set(names().values()) <= set(authorities())
    assert {code for codes in places().ambiguous.values() for code in codes} <= set(authorities())
