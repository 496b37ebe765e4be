/** Round pictures with a person's initials, in a colour of their own. */

import { el } from "/static/dom.js";

const COLOURS = 7;

/** `id` chooses the colour, so that it stays the same everywhere. */
export function avatar(id, name, className = "") {
  return el("span", {
    class: `avatar avatar-${Math.abs(id) % COLOURS} ${className}`,
    "aria-hidden": "true",
    text: initials(name),
  });
}

/** Which of the colours goes with this id, for names in groups. */
export const colourOf = (id) => Math.abs(id) % COLOURS;

function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...new Intl.Segmenter().segment(word)][0]?.segment.toUpperCase() ?? "").join("") || "?";
}
