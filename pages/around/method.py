"""How all cases around an event are put together, in plain English: shown on the page, and held to by its tests."""

METHOD = """
**The question.** In the years around an event, did the figures of the authorities that had it move differently from
the figures of authorities that had none within the series, or not yet? The answer says *when* they moved. It does not
say why.

**Cases.** An authority is a case once, from its first event of the kind; what it had again later lies on its path.
Judgements are those of overall effectiveness, which exist since 2014 (SIF and ILACS), by the day on which the report
was published; visits between inspections are none of them. Interventions, directions, commissioners and trusts are
those of our register, in social care, as far as they happened. An authority that followed another carries the other's
events. Year 0 is the first reference date on or after the event; for totals over a year it is a year of which a part
lies before. Where only the month or the year of an event is known and two reference dates may be the first after it,
or where it is not known whether an intervention has ended, the authority is neither a case nor compared.

**Figures.** Only the newest stretch of a series that no break crosses, in its newest edition: recalculated years are
as last published. A figure that is withheld, unreliable, rounding to 0 or missing leaves a gap; an authority without a
figure in the year before its event has nothing to be counted from and is left out. Figures marked as unusual take
part. A joint return counts once, and is a case only if all its members have the event in the same year of the series.
The two very small authorities are left out. Each authority counts once, whatever its size.

**The estimate.** For cases whose event counts from year *g*, and each year *t* of the series,

> ATT(*g*, *t*) = mean of Y(*t*) − Y(*g* − 1) over the cases of *g*, less the same mean over those compared,

where those compared have a figure in both years, and no event by *t* nor by *g*. For each number of years since the
event, these are taken together, each case with the same weight. This is the estimator of Callaway and Sant'Anna
without covariates, for which their doubly robust form is this difference of means; the library diff-diff 3.13.0 works
it out. Nothing is adjusted for size, deprivation or region. Years with fewer than five cases are not shown.

**The band.** Errors come from the influence functions of the estimates, authority by authority. As the cases are few,
each error is widened by √(n / (n − 1)), with n the cases behind the year, and read by Student's distribution with
n − 1 degrees. The band is wide enough for all years shown at once: where nothing moved, 95 of 100 such bands are meant
to include zero in every year. Two
questions were tried, each in 500 simulated worlds made of the figures of authorities without the event, with their
gaps and the real dates of first inadequate judgements. Where nothing moved, 96.2% of bands held the truth in every
year for agency rates (30 cases), and 94.6% for re-referral rates (63 cases); where a known move was added, 96.2% and
95.8%. Fewer cases were not tried.

**Other ways of asking.** Sun and Abraham's estimator by regression; a stacked difference in which each year's cases
are set beside authorities without the event in the whole window (Wing, Freedman and Hollingsworth), for cases with
two years before and after; and bounds after Rambachan and Roth: what remains if the drift seen before the event had
gone on in a straight line, and if its slope could change from year to year by half, or by all, of the largest change
of slope seen before.

**What it cannot do.** Events were not handed out by lot. Judgements and interventions often come where figures lie far
out or have moved already, and such figures tend to come back by themselves: both draw a path around an event
without it. Those compared may have had other events. A band that includes zero does not show that there was no
difference. Whoever looks through many events and indicators finds a band that excludes zero sooner or later.

**References.** B. Callaway and P. H. C. Sant'Anna (2021), Difference-in-differences with multiple time periods,
*Journal of Econometrics* 225(2), 200–230, whose county data our estimates repeat. L. Sun and S. Abraham (2021),
*Journal of Econometrics* 225(2), 175–199. C. Wing, S. M. Freedman and A. Hollingsworth (2024), Stacked
difference-in-differences, NBER working paper 32054. A. Rambachan and J. Roth (2023), A more credible approach to
parallel trends, *Review of Economic Studies* 90(5), 2555–2591. J. L. Montiel Olea and M. Plagborg-Møller (2019),
Simultaneous confidence bands, *Journal of Applied Econometrics* 34(1), 1–17.
"""
