"""The rule of a finding, as readers have it: queries/claims/found.sql judges by it."""

RULE = (
    "**The official figure** is that of the date of which the claim speaks, in the newest edition. Where a claim "
    "names no date, it is the last reference date before the claim was made, or in its month or year where the day is "
    "not known.",
    "**Matches within rounding**: the official figure, rounded as the claim is written, is the claim. A percentage is "
    "rounded to the decimals given. Any other number is rounded to its last digit that is not 0, but by no more than "
    "a fortieth of it: 30,000 is 29,250 to 30,750, and 0 is what rounds to it. A fraction in words, such as half, "
    "allows 2.5 percentage points either way. *About* allows 1 percentage point, or a twentieth of any other number. "
    "*Almost* takes in 2 percentage points, or a twentieth, below the number. *More than*, *at least*, *less than* "
    "and *up to* hold or do not hold; a fall is held to a fall by its size. *Rising* and *falling* are changes of "
    "more than 1%, or of 0.5 percentage points of a percentage. A claim of judgements matches where all of them were "
    "so, or as many; one of a grade where that grade was in force on the day, and where Ofsted has no grade of that "
    "name it cannot be checked as it is worded; one of a step where our register has it within the time claimed.",
    "**Near**: not within rounding, but no further off than 2 percentage points of a percentage and a quarter of the "
    "official figure, 5 points of a change in per cent, or a tenth of any other official figure; where the official "
    "figure is 0, nothing is near it. Of a direction: little changed.",
    "**Differs**: further off than that.",
    "**Cannot be checked**: no official figure of it is held, or of that date, or it is withheld, or it is of two "
    "authorities that make one return together, or a break in the series lies between the two dates of a change, or "
    "the first of the two figures is 0.",
    "A finding says how far two numbers stand apart, and not who is right: the definitions may differ.",
)
