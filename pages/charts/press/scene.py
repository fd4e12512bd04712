"""The parts of a picture of a comparison: those of every picture, and which rows its rail has."""

from dataclasses import dataclass

from pages.charts.svg import scene


@dataclass(kw_only=True)
class Scene(scene.Scene):
    """A picture with a rail of interventions, of grades, or of both under its plot."""

    bars: bool = False
    grades: bool = False
