from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import polars as pl
import pytest

from flows import cli
from tests.warehouse.builders import published  # noqa: F401
