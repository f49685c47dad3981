from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.settings import Settings, read


def test_defaults_where_nothing_is_set(tmp_path: Path) -> None:
    assert read(environ={}, folder=tmp_path) == Settings()
    assert Settings().workers >= 1


def test_options_beat_the_environment_which_beats_the_file(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text(
        'landing = "from-file"\nworkers = 3\nbatch_size = 4\n', encoding="utf-8"
    )
    environ = {"ONRECORD_WORKERS": "5", "ONRECORD_BATCH_SIZE": "6", "HOME": "/nowhere"}

    settings = read({"batch_size": 7, "warehouse": None}, environ=environ, folder=tmp_path)

    assert settings.landing == Path("from-file")
    assert settings.workers == 5
    assert settings.batch_size == 7
    assert settings.warehouse == Settings().warehouse


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().workers = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("workers", "many", "a whole number of at least 1"),
        ("workers", "0", "a whole number of at least 1"),
        ("batch_size", "-3", "a whole number of at least 1"),
        ("max_bytes", "1.5", "a whole number of at least 1"),
        ("warehouse", " ", "a path"),
        ("cron", "daily", "five fields"),
        ("extractor", "transforms.extraction.Extractor", "module:Class"),
        ("extractor", "transforms.extraction:", "module:Class"),
    ],
)
def test_a_wrong_value_is_named_with_its_source(
    tmp_path: Path, key: str, value: str, expected: str
) -> None:
    name = f"ONRECORD_{key.upper()}"
    with pytest.raises(SettingsError) as raised:
        read(environ={name: value}, folder=tmp_path)
    message = str(raised.value)
    assert key in message
    assert repr(value) in message
    assert name in message
    assert expected in message
    assert raised.value.exit_code == 2


def test_a_truth_value_is_no_number(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text("workers = true\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"workers = True from .*onrecord\.toml"):
        read(environ={}, folder=tmp_path)


def test_a_wrong_option_is_named_as_it_is_typed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="workers = -1 from option --workers"):
        read({"workers": -1}, environ={}, folder=tmp_path)


def test_unknown_keys_are_errors_that_list_the_known(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="wokers in the environment, ONRECORD_WOKERS"):
        read(environ={"ONRECORD_WOKERS": "2"}, folder=tmp_path)
    (tmp_path / "onrecord.toml").write_text('warehouses = "x"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"warehouses in .*onrecord\.toml .*landing, warehouse"):
        read(environ={}, folder=tmp_path)


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text("workers 2\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"onrecord\.toml is not TOML: .*line 1"):
        read(environ={}, folder=tmp_path)


def test_the_example_holds_every_setting_and_is_valid(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "onrecord.toml.example"
    lines = example.read_text(encoding="utf-8").splitlines()
    values = [line.removeprefix("# ") for line in lines if " = " in line]
    (tmp_path / "onrecord.toml").write_text("\n".join(values), encoding="utf-8")

    read(environ={}, folder=tmp_path)

    assert {line.split(" = ")[0] for line in values} == {field.name for field in fields(Settings)}
