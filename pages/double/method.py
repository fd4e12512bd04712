"""How the double of an authority is worked out, in plain English: shown on the page, and held to by its tests."""

from pages.double.rules import AFTER, BEFORE, DONORS, POOR, RANKED
from pages.double.window import REACH

METHOD = f"""
**The question.** After an event, did the figures of one authority part from those of a mix of others whose figures
before it were alike? The answer says *when* they parted. It does not say why.

**The double.** Shares *w* of the other authorities, none below 0 and together 1, chosen so that in the years *t* before
the event

> the sum of ( Y(*t*) − Σ *w*(*j*) Y(*j*, *t*) )² is least,

every year alike; nothing but the figures themselves is matched. The shares then stay as they are, and the gap is the
figure of the authority less that of the mix. This is the synthetic control of Abadie, Diamond and Hainmueller, with the
figures before the event as its only predictors; the library diff-diff 3.13.0 works it out.

**The event** is the first of its kind, as on the page of all cases: judgements of overall effectiveness by the day of
the report, interventions, directions, commissioners and trusts in social care of our register. It counts from the first
reference date on or after it. A company that councils set up by themselves, as Achieving for Children, is no
intervention, and counts as no trust. Where only the month or year is known and two reference dates may be the first
after it, there is no double.

**Figures.** Only the newest stretch of a series that no break crosses, in its newest edition. All years before the
event in it are used, and those up to year +{REACH}: later, more and more others have events of their own. A figure that
is withheld, unreliable, rounding to 0 or missing is never filled in: a year that the authority lacks is left out for
all, and another authority that lacks a year that is used is left out. Figures marked as unusual take part. A joint
return counts once, as an area of its own; where an authority reports jointly, the figures of the return are shown and
named so.

**Who may be in it.** Every authority and joint return in England but: those under intervention in social care on any
day from the first to the last reference date (an end that is not known counts as none), those that have such an event
by the last date or of which that is not certain, those without a figure in one of the years, the two very small ones,
and those that share figures with the authority: its joint return, and those that it followed or that followed it.
Others may have been judged inadequate without an intervention, where the event is not a judgement.

**When it is refused.**

- Fewer than {BEFORE} figures before the event. Tried on our own series: over four years about three in four
  authorities are repeated exactly by some mix of the others, whatever comes after.
- Fewer than {AFTER} figures after it: one may be chance, and the first total over a year lies before it in part.
- Fewer than {DONORS} others: a first place among fewer comes by chance more often than once in twenty.
- Exact: an error before below half of the last digit that is published. Many mixes then repeat the figures, and they
  part afterwards; the years are too few to choose one.
- Poor: an error before above {POOR:.0%} of the spread of the others (root of the mean variance of a year). Two taken by
  lot lie 141% apart.

**How unusual it is.** Each of the others is treated as if it had had the event, with a double mixed of all the rest,
the authority among them. Those whose double is exact or poor by the same rules are left out. Each of the rest has a
ratio: error after over error before, both as root mean square. The place of the authority among them is said as k of n,
the largest ratio first; with n below {RANKED} it is not said. No interval is given: the method has none.

**Left out in turn.** The double is worked out again without each authority in it. Where the gaps then lie far from
each other, the answer rests on one place.

**What it cannot do.** Events were not handed out by lot. Figures that are far out tend to come back by themselves,
and a double that fits a peak does not come back with them. Reports and interventions follow figures. Whatever else
happened here, or to one of those in the double, is in the gap. With as few years as there are, a good fit is weak
evidence that the two would have gone on alike. Whoever looks at many authorities and indicators finds a first place
sooner or later.

**References.** A. Abadie, A. Diamond and J. Hainmueller (2010), Synthetic control methods for comparative case studies,
*Journal of the American Statistical Association* 105(490), 493–505. A. Abadie (2021), Using synthetic controls,
*Journal of Economic Literature* 59(2), 391–425. S. Firpo and V. Possebom (2018), *Journal of Causal Inference* 6(2).
"""
