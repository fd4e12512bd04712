"""The scripts that stand within what a page says: the policy names each by its hash, and lets no other run."""

from typing import Final

TO_THE_STEP: Final = "document.getElementById('own-step')?.focus();"
# A moment later than the heading of the step, which takes the focus too.
TO_THE_PROBLEM: Final = "setTimeout(() => document.getElementById('own-problem')?.focus(), 200);"
WITHIN: Final = (TO_THE_STEP, TO_THE_PROBLEM)
