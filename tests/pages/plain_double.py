"""The double of an authority by a general solver of SciPy: what the library must give too."""

import numpy as np
from scipy.optimize import minimize


def plain(panel):
    """Return the gaps of the years before and after, from shares that a quadratic programme finds."""
    values = np.array(panel.values)
    own, others, before = values[0], values[1:], len(panel.before)
    scale = others[:, :before].std() or 1.0
    far = ((others - own) / scale).T
    many = len(others)
    near = far[:before]
    found = minimize(
        lambda w: (near @ w) @ (near @ w), np.full(many, 1 / many), jac=lambda w: 2 * near.T @ (near @ w),
        method="SLSQP", bounds=[(0, 1)] * many, options={"maxiter": 2000, "ftol": 1e-15},
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1},
    )  # fmt: skip
    return [-float(each) * scale for each in far @ found.x]
