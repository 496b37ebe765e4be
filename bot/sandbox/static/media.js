/** What a message shows besides text: pictures, files, contacts, places, voice, stickers. */

import { fileAddress } from "/static/api.js";
import { avatar } from "/static/avatar.js";
import { button, el } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { placeCard } from "/static/places.js";
import { fullName } from "/static/preview.js";
import { duration } from "/static/times.js";

const NARROWEST = 120;
const WIDEST = 420;
const TALLEST = 440;

/** -> {kind, node, overlay} or null; with `overlay` the time lies on the picture. */
export function mediaBody(message) {
  const kind = Object.keys(BODIES).find((name) => message[name]);
  if (!kind) return message.text ? null : unknown();
  const { overlay = false, make } = BODIES[kind];
  return { kind, overlay, node: make(message[kind], message) };
}

const BODIES = {
  photo: { overlay: true, make: photo },
  sticker: { make: (sticker) => emoji(sticker.emoji ?? "🙂") },
  dice: { make: (dice) => emoji(`${dice.emoji} ${dice.value}`) },
  animation: { make: file },
  document: { make: file },
  video: { make: file },
  audio: { make: file },
  voice: { make: voice },
  contact: { make: contact },
  venue: { make: (venue) => placeCard(venue.location, venue.title, venue.address) },
  location: { make: (location) => placeCard(location) },
};

function unknown() {
  return {
    kind: "unknown",
    overlay: false,
    node: el("em", { class: "text", text: "This kind of message cannot be shown here." }),
  };
}

function photo(sizes, message) {
  const size = sizes.reduce((best, one) => (one.width > best.width ? one : best), sizes[0]);
  const address = size.address ?? fileAddress(size.file_id);
  const scale = Math.min(1, WIDEST / size.width, TALLEST / size.height);
  const picture = el("img", { src: address, alt: message.caption ?? "Photo", width: size.width, height: size.height });
  const frame = button(
    "Open the photo",
    { class: "photo", "data-photo": address, "data-caption": message.caption ?? "" },
    picture,
  );
  frame.style.width = `${Math.max(Math.round(size.width * scale), NARROWEST)}px`;
  return frame;
}

function file(document) {
  const name = document.file_name ?? "File";
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? "";
  const badge = el(
    "span",
    { class: `file-badge type-${extension.toLowerCase()}` },
    extension ? el("span", { class: "file-type", text: extension }) : icon("file"),
  );
  const words = el(
    "span",
    { class: "file-words" },
    el("b", { class: "file-name", text: name }),
    el("span", { class: "file-size", text: bytes(document.file_size) }),
  );
  if (!document.file_id) return el("div", { class: "file" }, badge, words);
  return el(
    "a",
    {
      class: "file",
      href: fileAddress(document.file_id),
      download: name,
      "aria-label": `Download ${name}`,
      "data-testid": "download",
    },
    badge,
    words,
    icon("download", "icon file-get"),
  );
}

function bytes(count) {
  if (count === undefined) return "";
  if (count < 1024) return `${count} B`;
  return count < 1_048_576 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 1_048_576).toFixed(1)} MB`;
}

function voice(note) {
  const bars = Array.from({ length: 32 }, (_, i) => {
    const height = 4 + Math.round(9 * Math.abs(Math.sin(i * 1.7) + Math.cos(i * 0.6 + note.duration)));
    return el("i", { class: `bar h${Math.min(height, 20)}` });
  });
  return el(
    "div",
    { class: "voice" },
    button("Play the voice message", { class: "round-button", "data-voice": true }, icon("play")),
    el(
      "span",
      { class: "voice-words" },
      el("span", { class: "waves", "aria-hidden": "true" }, bars),
      el("span", { class: "voice-length", text: duration(note.duration) }),
    ),
  );
}

function contact(card) {
  return el(
    "div",
    { class: "contact" },
    avatar(card.user_id ?? card.phone_number.length, fullName(card)),
    el(
      "span",
      { class: "file-words" },
      el("b", { text: fullName(card) }),
      el("span", { class: "file-size", text: card.phone_number }),
    ),
  );
}

function emoji(text) {
  return el("div", { class: "big-emoji", text });
}
