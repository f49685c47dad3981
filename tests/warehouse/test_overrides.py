"""Corrections by hand, and what is wrong with them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from warehouse.errors import SeedError
from warehouse.seeds import read_seeds

SEEDS = Path(__file__).parents[2] / "seeds"
HEADER = "action,entity_id,other_id,new_value,reason,added_on"
A, B, C = (f"e{letter * 16}" for letter in "abc")
END = "seen in an article,2024-04-09"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in SEEDS.glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def write(folder: Path, *lines: str) -> None:
    (folder / "overrides.csv").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")


def test_sound_overrides_are_read(folder: Path) -> None:
    lines = (
        f"same,{A},Q58217,,{END}",
        f"same,Q58217,{A},,{END}",
        f"different,{B},{C},,{END}",
        f'rename,{A},,"Li, Bo",{END}',
        f"type,{A},,ORG,{END}",
    )
    write(folder, *lines)
    read = read_seeds(folder)["reference_overrides"]
    assert read["action"].to_list() == ["same", "same", "different", "rename", "type"]
    assert read["new_value"].to_list() == [None, None, None, "Li, Bo", "ORG"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([f"merge,{A},{B},,{END}"], "line 2: action is 'merge', must be one of same, different,"),
        ([f",{A},{B},,{END}"], "line 2: action is None, must be one of same"),
        ([f"same,{A},,,{END}"], "line 2: other_id is empty; same needs entity_id, reason, "),
        ([f"same,,{A},,{END}"], "line 2: entity_id is empty"),
        ([f"same,{A},{B},,,2024-04-09"], "line 2: reason is empty"),
        ([f"same,{A},{B},,seen,"], "line 2: added_on is empty"),
        ([f"same,{A},{B},Li,{END}"], "line 2: new_value is 'Li'; leave it empty, same has none"),
        ([f"same,{A},{A},,{END}"], f"line 2: entity_id and other_id are both '{A}': name two"),
        ([f"rename,{A},,,{END}"], "line 2: new_value is empty; rename needs"),
        ([f"rename,{A},{B},Li,{END}"], f"line 2: other_id is '{B}'; leave it empty, rename has"),
        ([f"rename,Lavrov,,Li,{END}"], "entity_id is 'Lavrov', no entity id: copy it from v_ent"),
        ([f"type,{A},,person,{END}"], "line 2: new_value is 'person', must be one of PERSON, ORG"),
        (
            [f"rename,{A},,Li,{END}", f"rename,{A},,Bo,{END}"],
            f"line 3: rename of {A} to 'Bo', in line 2 to 'Li': remove one",
        ),
        (
            [f"same,{A},{B},,{END}", f"different,{B},{A},,{END}"],
            f"line 3: {B} and {A} are different here, and the same by line 2: remove what is wrong",
        ),
        (
            [f"different,{A},{C},,{END}", f"same,{A},{B},,{END}", f"same,{C},{B},,{END}"],
            f"line 2: {A} and {C} are different here, and the same by line 3, 4",
        ),
        ([f"same,{A},{B},,seen,today"], "row 1: added_on is 'today', must be Date"),
    ],
)
def test_an_error_names_file_line_value_and_what_to_do(
    folder: Path, lines: list[str], message: str
) -> None:
    write(folder, *lines)
    with pytest.raises(SeedError, match=rf"overrides\.csv, .*{re.escape(message)}"):
        read_seeds(folder)
