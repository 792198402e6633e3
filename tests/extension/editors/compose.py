"""A compose of a test page, used as a person uses it, and read through the editor's own model."""

from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import Error, Frame, Locator, Page, expect

from tests.extension.editors.pages import OWN_FRAME

WRITABLE = "textarea:visible, [contenteditable]:not([contenteditable=false]):visible"
STARTS_WITHIN_MS = 4_000

GAPS = """(box, lines) => {
  if (box.matches("textarea")) {
    const starts = lines.map((line) => box.value.indexOf(line));
    return lines.slice(1).map((_, at) => box.value.slice(starts[at], starts[at + 1]).split("\\n").length - 2);
  }
  const page = box.ownerDocument;
  const rectangles = lines.map((line) => {
    const texts = page.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const start = text.data.indexOf(line);
      const range = page.createRange();
      if (start < 0) continue;
      range.setStart(text, start);
      range.setEnd(text, start + line.length);
      return range.getBoundingClientRect();
    }
  });
  return rectangles.slice(1).map((next, at) => next.top - rectangles[at].bottom);
}"""


@dataclass
class Compose:
    """One of the page's composes."""

    page: Page
    editor: str
    case: str

    @cached_property
    def frame(self) -> Frame:
        """The frame in which the editor was made: the page's own, or the one in the compose."""
        framed = [each for each in self.page.frames if f"case={self.case}" in each.url]
        return framed[0] if framed else self.page.main_frame

    @cached_property
    def writable(self) -> Locator:
        """What the person writes in."""
        place = self.frame.locator(f'[data-case="{self.case}"]')
        if self.editor in OWN_FRAME:
            return place.frame_locator("iframe").locator("body")
        return place.locator(WRITABLE).first

    @property
    def form(self) -> Locator:
        """The compose with its fields."""
        outside = self.page.locator(f'form[aria-label="{self.case}"]')
        return outside if outside.count() else self.frame.locator("form")

    @property
    def button(self) -> Locator:
        """The extension's button: in the compose, or with the editor in its frame."""
        in_form = self.form.get_by_role("button", name="Draft follow-up")
        return in_form if in_form.count() else self.frame.get_by_role("button", name="Draft follow-up")

    def has_started(self) -> bool:
        """Whether the editor could be made here."""
        try:
            self.frame.wait_for_function("window.mounted", timeout=STARTS_WITHIN_MS)
        except Error:  # a script that the page's policy blocked never says so
            return False
        return bool(self.frame.evaluate("name => Boolean(window.editors[name].text)", self.case))

    def lines(self) -> list[str]:
        """The lines of the editor's own model that are not blank."""
        return _lines(self.frame.evaluate("name => window.editors[name].text()", self.case))

    def shown(self) -> list[str]:
        """The lines that the person sees and that are not blank."""
        return _lines(self.writable.evaluate("box => (box.matches('textarea') ? box.value : box.innerText)"))

    def gaps(self, lines: list[str]) -> list[float]:
        """The room between each of these lines and the next, as the person sees it."""
        return list(self.writable.evaluate(GAPS, lines))

    def come(self) -> None:
        """From the subject into the text."""
        self.form.get_by_label("Subject").click()
        self.writable.click(position={"x": 12, "y": 12})

    def write(self, words: str) -> None:
        """Type words into the first line, as the person does before the click."""
        self.come()
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.type(words)

    def select_a_word(self) -> None:
        """Select the second of the words in the first line."""
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.press("Control+ArrowRight")
        self.page.keyboard.press("Control+Shift+ArrowRight")

    def click_draft(self) -> None:
        """Click the button and wait until the extension has done with it, which it says anew."""
        self.button.evaluate("button => button.removeAttribute('aria-busy')")
        self.button.click()
        expect(self.button).to_have_attribute("aria-busy", "false")

    def press_undo(self) -> None:
        """Ctrl+Z, where the caret is."""
        self.page.keyboard.press("Control+z")

    def announced(self) -> str:
        """The sentences on the page, also those in closed shadow roots, as a screen reader meets them."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        return "\n".join(node.get("name", {}).get("value") or "" for node in nodes)


def _lines(text: str) -> list[str]:
    """Editors hold lines open with characters that nobody sees."""
    lines = text.replace("\u00a0", " ").replace("\ufeff", "").replace("\u200b", "").splitlines()
    return [line.strip() for line in lines if line.strip()]
