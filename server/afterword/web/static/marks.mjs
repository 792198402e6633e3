// Words marked in place: a layer behind the text field shows the same text with the remarked words coloured.

// The server counts characters, the browser counts UTF-16 units: an emoji is one there and two here.
export const inUnits = (text, findings) => {
  const starts = [0];
  for (const character of text) starts.push(starts.at(-1) + character.length);
  return findings.map((finding) => ({
    ...finding,
    start: starts[finding.start] ?? text.length,
    end: starts[finding.end] ?? text.length,
  }));
};

export const paint = (layer, text, findings) => {
  const pieces = [];
  let at = 0;
  for (const { start, end, level } of [...findings].sort((a, b) => a.start - b.start)) {
    if (end <= start || start < at) continue; // about the whole text, or on words that are marked already
    pieces.push(text.slice(at, start));
    const mark = document.createElement("mark");
    mark.className = `mark-${level}`;
    mark.textContent = text.slice(start, end);
    pieces.push(mark);
    at = end;
  }
  // The last line's break needs something after it to be as high as in the field.
  layer.replaceChildren(...pieces, `${text.slice(at)}\u200b`);
  layer.parentElement.classList.add("has-marks");
};
