"""Every editor in every place, what is expected of it there, and the table of that for people.

python -m tests.extension.editors.matrix > docs/EDITORS.md
"""

EDITORS = {
    "textarea": "Text area",
    "react": "Text area controlled by React 18",
    "contenteditable": "Plain contenteditable",
    "gmail": "Gmail's block (lines are divs)",
    "rooster": "RoosterJS 9",
    "squire": "Squire 2",
    "quill1": "Quill 1",
    "quill2": "Quill 2",
    "prosemirror": "ProseMirror with history",
    "tinymce": "TinyMCE 8",
    "ckeditor4": "CKEditor 4.22",
    "ckeditor5": "CKEditor 5",
    "lexical": "Lexical",
    "draft": "Draft.js",
    "slate": "Slate",
    "trix": "Trix 2",
    "refusing": "A block that takes single letters only",
}
PLACES = {
    "light": "plain page",
    "shadow": "open shadow root",
    "frame": "same-origin frame",
    "strict": "strict CSP and Trusted Types",
}

SENTENCE = "clipboard sentence"
NOT_STARTED = "n/a: does not start there"
BROKEN = "n/a: does not work there"

UNDO = {1: "Ctrl+Z once", 2: "Ctrl+Z twice"}


def works(steps: int) -> str:
    """The draft stands as it should, and this many Ctrl+Z take it back."""
    return f"works, {UNDO.get(steps, 'Ctrl+Z does not take it back')}"


EXPECTED = {
    # Its undo sets markup, which Trusted Types refuses: typing can't be taken back there either.
    ("squire", "strict"): works(0),
    ("quill1", "strict"): NOT_STARTED,
    ("quill2", "strict"): NOT_STARTED,
    ("tinymce", "strict"): NOT_STARTED,
    ("ckeditor4", "strict"): NOT_STARTED,
    ("ckeditor5", "strict"): NOT_STARTED,
    ("trix", "strict"): NOT_STARTED,
    ("ckeditor4", "shadow"): NOT_STARTED,
    ("quill2", "shadow"): BROKEN,
    # It throws at every letter typed there, and takes itself off the page when it gets a paste.
    ("draft", "shadow"): SENTENCE,
    **{("refusing", place): SENTENCE for place in PLACES},
}


def expected(editor: str, place: str) -> str:
    """What a click comes to in this editor at this place."""
    return EXPECTED.get((editor, place), works(1))


def table(found: dict[tuple[str, str], str]) -> str:
    """The matrix in Markdown; a cell without a result stays empty."""
    rows = [[name, *(found.get((editor, place), "") for place in PLACES)] for editor, name in EDITORS.items()]
    head = ["editor", *PLACES.values()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows]) + "\n"


INTRODUCTION = """# The editors that were tried

Written from `tests/extension/editors/matrix.py` by `python -m tests.extension.editors.matrix`. The tests
beside it hold every cell in a real Chromium with the editors as npm has them. In each cell one click fills
an empty box, a box with words typed just before, and a box with such words, one of them selected, above a
signature and a quoted message.

- **works, Ctrl+Z once**: the draft stands once, first, with its paragraphs; all that stood there is below
  it; the editor's own model holds the same; a second click adds nothing; one Ctrl+Z gives back the box as
  it was.
- **Ctrl+Z does not take it back**: as before, but the editor's own undo does not work in that place.
- **clipboard sentence**: the box does not take the text; nothing of the person's is lost, and the program
  says so, with the draft on the clipboard.
- **n/a**: the editor itself does not start there, or does not take what is typed.
"""


def document() -> str:
    """docs/EDITORS.md as it has to be."""
    return f"{INTRODUCTION}\n{table({(e, p): expected(e, p) for e in EDITORS for p in PLACES})}"


if __name__ == "__main__":
    print(document(), end="")
