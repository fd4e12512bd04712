"""How the before and after view is worked out, in plain English: shown on its page, and what its tests hold it to."""

METHOD = """
**The question.** In the years around an event, did the figure of one authority move differently from the figures of
authorities that were under no government intervention? The answer says *when* it moved. It does not say why.

**Years.** Year 0 is the first reference date on or after the event. A date three years earlier is year −3. Figures
counted on one day are *before* if that day comes earlier than the event, else *after*. A total over a year is *after*
only if the whole year lies after the event; the year in which the event fell is in neither. If only the month or the
year of the event is known, a date that may lie on either side of it is in neither. A figure counts only in its own
stretch of the series: nothing beyond a break enters. At least two figures before and two after are needed.

**What enters.** Only figures that their publisher gives as numbers. A figure that is withheld, of low reliability,
rounding to 0 or missing leaves a gap. Dates at which the chosen authority has a gap are left out for all.

**The comparison group.** Every authority that was under no intervention on any day from the first to the last date
that enters. An intervention whose end is not known counts as if it never ended; one of which only the month or year
of the end is known, as if it ended on its last day. Left out too: the two very small authorities, and those with
fewer than two figures on either side. A joint return of two authorities counts once. Each counts once, whatever its
size; nothing is adjusted for size, deprivation or Ofsted grade. Statistical neighbours are those of the Department for
Education's model; they are shown for sight and take no part in the difference.

**The difference.** For each authority, take its own mean before the event from each of its figures: that is its
*change*. The group's change in a year is the mean of the changes of its members with a figure in that year. The
difference is the change of the chosen authority less that of the group. By this each mean before the event is zero,
so the years before show how alike the two moved when nothing had happened yet. If they draw apart there already, a
difference after the event may be no more than more of the same. This is known as difference in differences.

**How unusual is it?** The same question is put to every member of the group, with the same dates, each against the
rest of the group, though nothing like the event happened to it then. These are placebos. The bars
hold the middle 95% of them (percentiles 2.5 to 97.5, interpolated) in each year. The place says how many placebos lie
as far from zero or further, up or down: if 40 of 80 do, the difference is nothing out of the ordinary; if 1 of 80
does, it is rare among authorities to which nothing like it happened. With fewer than 40 placebos the bars reach about
from the lowest to the highest. The same place is given for the mean of the years after the event, and for the trend
before it.

**What it cannot do.** Interventions were not handed out by lot: they often come where figures lie far out, and
such figures tend to come back by themselves. Other things happened in the same years. Trying many events and indicators
finds something rare sooner or later.

**Sources.** Placebos in space: A. Abadie, A. Diamond and J. Hainmueller (2010), Synthetic control methods for
comparative case studies, *Journal of the American Statistical Association* 105(490), 493–505. Only their test is used
here, not their weights: every member of the group has the same weight. Difference in differences: D. Card and
A. B. Krueger (1994), *American Economic Review* 84(4), 772–793, whose table is one of our tests.
"""
