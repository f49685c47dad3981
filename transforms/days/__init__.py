"""The day on which a statement was made, and what tells it; never a silent guess."""

from transforms.days.article import days
from transforms.days.model import UNKNOWN, Day

__all__ = ["UNKNOWN", "Day", "days"]
