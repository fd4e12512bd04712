"""The forms that intervention takes, in their order, with letters and shades; and how their ends are named."""

from pages.charts import theme
from pages.charts.model import Fill

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
    "unspecified": "Form not known",
}
FILL = {
    "improvement_notice": Fill(colour="#6bace6", edge="#6bace6"),
    "direction": Fill(colour="#2073bc", edge="#2073bc", ink=theme.BACKGROUND),
    "direction_with_commissioner": Fill(colour="#12436d", edge="#12436d", ink=theme.BACKGROUND),
    "trust_under_direction": Fill(colour="#801650", edge="#801650", ink=theme.BACKGROUND),
    "unspecified": Fill(colour="#6f6f6f", edge="#6f6f6f", ink=theme.BACKGROUND),
}
STATES = {"ended": "Ended", "in_force": "In force when last reported", "end_unknown": "End not known"}
STANDING = {
    "evidenced": "In force, with evidence from that date or later",
    "reported": "Counted as in force; last evidence is older",
    "unknown": "May have been in force: an end, or the year of a beginning or end, is not known exactly",
}
# What is drawn as a mark on the register: kind of step, its sign and its words.
MARKS = {
    "commissioner_appointed": ("triangle-down", "▼", "Commissioner appointed"),
    "trust_launched": ("diamond", "◆", "Trust or company began"),
    "services_returned_to_council": ("circle", "●", "Services returned to the council"),
}
ANNOUNCED = ("takeover_announced", "trust_announced")
UNSURE = {"low": "low: not certain", "medium": "medium", "high": "high"}
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
