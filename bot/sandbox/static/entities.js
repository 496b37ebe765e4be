/** Text with Telegram's entities -> DOM nodes. Offsets are UTF-16 units, as JavaScript's own. */

import { button, el } from "/static/dom.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** A fragment of text nodes and elements for `text`. */
export function renderText(text, entities = []) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  place(fragment, text, ordered, 0, text.length);
  return fragment;
}

/** The address if a person may safely be sent there, else null. */
export function safeAddress(url) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  try {
    return SAFE.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

function place(parent, text, entities, from, to) {
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (end > start) {
      parent.append(text.slice(at, start));
      const { outer, inner } = element(entity, text.slice(start, end));
      place(inner, text, entities.slice(i + 1, next), start, end);
      parent.append(outer);
      at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
    }
    i = next;
  }
  parent.append(text.slice(at, to));
}

const both = (node) => ({ outer: node, inner: node });
const tag = (name, className) => () => both(el(name, className ? { class: className } : {}));

function link(url) {
  const address = safeAddress(url);
  if (!address) return both(el("span"));
  return both(el("a", { href: address, target: "_blank", rel: "noopener noreferrer", class: "link", title: address }));
}

const ELEMENTS = {
  bold: tag("strong"),
  italic: tag("em"),
  underline: tag("u"),
  strikethrough: tag("s"),
  code: () => both(el("code", { class: "code", "data-copy": true, title: "Copy" })),
  hashtag: tag("span", "link"),
  cashtag: tag("span", "link"),
  mention: tag("span", "link"),
  text_mention: tag("span", "link"),
  spoiler,
  pre,
  blockquote: tag("blockquote", "quote"),
  expandable_blockquote: expandable,
  text_link: (entity) => link(entity.url ?? ""),
  url: (entity, words) => link(words),
  email: (entity, words) => link(`mailto:${words}`),
  phone_number: (entity, words) => link(`tel:${words.replace(/[^\d+]/g, "")}`),
  bot_command: (entity, words) => both(el("button", { type: "button", class: "link command", "data-command": words })),
};

function element(entity, words) {
  return (ELEMENTS[entity.type] ?? tag("span"))(entity, words);
}

function spoiler() {
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (!node.classList.contains("hidden")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.remove("hidden");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  const node = el("span", {
    class: "spoiler hidden",
    role: "button",
    tabindex: "0",
    "aria-label": "Hidden text, press to show",
    onclick: reveal,
    onkeydown: reveal,
  });
  return both(node);
}

function pre(entity) {
  const inner = el("code");
  const head = el(
    "span",
    { class: "pre-head" },
    el("span", { text: entity.language ?? "" }),
    button("Copy", { class: "pre-copy", "data-copy-pre": true }),
  );
  return { outer: el("pre", { class: "pre" }, head, inner), inner };
}

function expandable() {
  const inner = el("div", { class: "quote-text" });
  const toggle = button("Show more", { class: "quote-more", "aria-expanded": "false", onclick: flip });
  const outer = el("blockquote", { class: "quote expandable" }, inner, toggle);
  function flip() {
    const open = outer.classList.toggle("open");
    toggle.textContent = open ? "Show less" : "Show more";
    toggle.setAttribute("aria-expanded", String(open));
  }
  return { outer, inner };
}
