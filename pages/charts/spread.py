"""Labels moved apart, so that none covers another."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], tall: Sequence[float], height: float) -> list[float]:
    """Move labels apart, as little as need be, and within the height if they fit.

    Parameters
    ----------
    wanted
        Where the middle of each label would stand, in pixels from the bottom, in rising order.
    tall
        The height of each label.
    height
        The height there is.

    Returns
    -------
    list of float
        The middles, in the same order.
    """
    middles: list[float] = []
    occupied = 0.0
    for middle, label in zip(wanted, tall, strict=True):
        middles.append(max(middle, occupied + label / 2))
        occupied = middles[-1] + label / 2
    free = max(height, sum(tall))
    for n in range(len(middles) - 1, -1, -1):
        middles[n] = min(middles[n], free - tall[n] / 2)
        free = middles[n] - tall[n] / 2
    return middles
