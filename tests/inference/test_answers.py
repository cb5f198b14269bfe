"""The hooks that mypy asks for again and again."""

from typedpromise.inference.answers import Answers


def test_each_name_is_looked_up_once() -> None:
    """That there is no hook for a name is an answer too; after `clear` names are looked up again."""
    asked: list[str] = []

    def find(fullname: str) -> int | None:
        asked.append(fullname)
        return len(fullname) if fullname.endswith("s") else None

    answers = Answers(find)

    assert [answers[name] for name in ("names", "name", "names", "name")] == [5, None, 5, None]
    assert asked == ["names", "name"]
    answers.clear()
    assert answers["name"] is None
    assert asked == ["names", "name", "name"]
