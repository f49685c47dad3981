from __future__ import annotations

from pathlib import Path

from flows.versions import model_version


def test_the_version_changes_with_weights_tables_and_the_pipeline_beside_them(
    tmp_path: Path,
) -> None:
    model, own = tmp_path / "model", tmp_path / "own"
    model.mkdir()
    own.mkdir()
    (model / "encoder.onnx").write_bytes(b"1")
    versions = [model_version(model)]
    (model / "syntax.npz").write_bytes(b"2")
    versions.append(model_version(model))
    (model / "README.md").write_text("not read", encoding="utf-8")
    assert model_version(model) == versions[-1]
    versions.append(model_version(model, "no_such_package"))
    for number in (1, 2):
        (own / "meta.json").write_text(f'{{"version": "{number}"}}', encoding="utf-8")
        versions.append(model_version(model, str(own)))
    assert len(set(versions)) == len(versions)
