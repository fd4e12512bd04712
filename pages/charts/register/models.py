"""The forms that intervention takes, in their order, with letters and shades; and how their ends are named."""

from pages.charts import theme

LETTERS = {
    "improvement_notice": "N",
    "direction": "D",
    "direction_with_commissioner": "C",
    "trust_under_direction": "T",
    "unspecified": "U",
}
NAMES = {
    "improvement_notice": "Improvement notice",
    "direction": "Direction",
    "direction_with_commissioner": "Direction with commissioner",
    "trust_under_direction": "Trust under direction",
    "unspecified": "Form not confirmed",
}
FILL = {
    "improvement_notice": "#6bace6",
    "direction": "#2073bc",
    "direction_with_commissioner": "#12436d",
    "trust_under_direction": "#801650",
    "unspecified": "#6f6f6f",
}
INK = {"improvement_notice": theme.TEXT}
STATES = {"ended": "Ended", "in_force": "In force when last reported", "end_unknown": "End not known"}
STANDING = {
    "evidenced": "In force, with evidence from that date or later",
    "reported": "Counted as in force; last evidence is older",
    "unknown": "May have been in force: an end, or the year of a beginning or end, is not known exactly",
}
# What is drawn as a mark on the register: kind of step, its sign and its words.
MARKS = {
    "commissioner_appointed": ("triangle-down", "&#9660;", "Commissioner appointed"),
    "trust_launched": ("diamond", "&#9670;", "Trust or company began"),
    "services_returned_to_council": ("circle", "&#9679;", "Services returned to the council"),
}
ANNOUNCED = ("takeover_announced", "trust_announced")
KINDS = {
    "improvement_notice": "Improvement notice",
    "statutory_direction": "Statutory direction",
    "revised_direction": "Revised direction",
    "direction_ended": "Direction ended",
    "intervention_ended": "Intervention ended",
    "intervention_reported": "Intervention reported",
    "commissioner_appointed": "Commissioner appointed",
    "commissioner_left": "Commissioner left",
    "commissioner_report": "Commissioner's report",
    "adviser_appointed": "Adviser appointed",
    "takeover_announced": "Transfer announced",
    "trust_announced": "Trust announced",
    "trust_launched": "Trust began",
    "services_returned_to_council": "Services returned",
    "delivery_change": "Who runs services changed",
    "letter": "Letter",
    "review": "Review",
    "parliamentary_statement": "Statement to Parliament",
    "final_warning": "Warning",
    "ofsted_context": "Ofsted",
    "context": "Context",
    "corporate_intervention": "Intervention in the council",
    "send_intervention": "Intervention in special needs",
}
# The steps that make the outline of a history.
OUTLINE = (
    "improvement_notice", "statutory_direction", "intervention_reported", "commissioner_appointed",
    "commissioner_left", "takeover_announced", "trust_announced", "trust_launched", "direction_ended",
    "intervention_ended", "services_returned_to_council",
)  # fmt: skip
