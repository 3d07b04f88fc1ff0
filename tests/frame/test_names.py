"""Names are found in any file that is TOML, not only in one that is written as the others are."""

import pytest

from course_lib.frame import names, read

PLAIN = '[[terms]]\nid = "tea"\n\n[[terms]]\nid = "cup"\n'


@pytest.mark.parametrize(
    "written",
    [
        PLAIN,
        PLAIN.replace("[[terms]]\n", "[[terms]]  # a note\n", 1),
        PLAIN.replace("\n[[terms]]", "\n  [[ terms ]]"),
        PLAIN.replace('id = "cup"', 'word = "cup"\nid = "cup"'),
        PLAIN.replace('id = "cup"', "id = 'cup'"),
        'terms = [{ id = "tea" }, { id = "cup" }]\n',
    ],
)
def test_every_name_of_a_file_is_found(tmp_path, monkeypatch, written):
    (tmp_path / "glossary.toml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(read, "data_dir", lambda: tmp_path)
    assert names.known.__wrapped__("term") == {"tea", "cup"}
