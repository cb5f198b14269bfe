"""The servers read what is to be tested, and a wrong answer is found."""

from __future__ import annotations

from pathlib import Path

from typedpromise import Promise

from .editor import Editor
from .positions import Completion, Hover, Place, Signatures
from .world import Picture, User

IN_A_LAMBDA = Place.marked("user.then(lambda u: u.$0)")


def test_the_package_is_the_wheel(editor: Editor, site: Path) -> None:
    """A server finds the class in the unpacked wheel, and nowhere else."""
    found = editor.definitions(Place.marked("Promi$0se"))

    assert found
    assert all(uri.startswith(site.as_uri()) for uri in found), found


def test_members_of_another_class_are_found(editor: Editor) -> None:
    """A server that offers other members than those asked for is said to be wrong."""
    offered = editor.completions(IN_A_LAMBDA)

    assert Completion("right", IN_A_LAMBDA, (User,), "avatar").complaint(offered) is None
    for wrong in (Picture, Promise):
        assert Completion("wrong", IN_A_LAMBDA, (wrong,), "avatar").complaint(offered) is not None


def test_no_members_are_found_to_be_missing(editor: Editor) -> None:
    """A server that offers nothing is said to be wrong."""
    offered = editor.completions(Place.marked("nobody.$0"))

    assert Completion("nothing", IN_A_LAMBDA, (User,), "avatar").complaint(offered) is not None


def test_another_type_is_found(editor: Editor) -> None:
    """A type that is only part of what is shown does not count."""
    place = Place.marked("ch$0ain = user.then(fetch)")
    shown = editor.hover(place)

    assert Hover("right", place, "Promise[Picture]").complaint(shown) is None
    assert Hover("wrong", place, "Picture").complaint(shown) is not None


def test_no_signature_is_wrong() -> None:
    """A server that shows no signature at all is said to be wrong."""
    assert Signatures("none", IN_A_LAMBDA, 4).complaint([]) is not None
