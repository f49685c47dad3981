from __future__ import annotations

from pathlib import Path

from transforms.scoring.treebank import documents

TREEBANK = """\
# newdoc id = a
# newpar
# text = She didn't say.
1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsay\tsay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Why?
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
1.1\tnot\tnot\tPART\tRB\t_\t_\t_\t_\t_
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

# newdoc id = b
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def test_a_treebank_is_read_as_documents_of_running_text(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    first, second = documents(path)
    assert first.text() == "She didn't say. Why?\n\nYes"
    assert [first.text()[a:b] for a, b in first.places()] == [w.form for w in first.words]
    assert [w.head for w in first.words] == [3, 3, 3, 3, 3, 5, 5, 7]
    assert [w.starts for w in first.words if w.starts] == ["paragraph", "sentence", "paragraph"]
    assert second.text() == "No"
