/** One message as it looks in the chat. */

import { avatar, colourOf } from "/static/avatar.js";
import { button, el } from "/static/dom.js";
import { renderText } from "/static/entities.js";
import { icon } from "/static/icons.js";
import { inlineKeyboard } from "/static/keyboard.js";
import { mediaBody } from "/static/media.js";
import { fullName, preview, serviceText } from "/static/preview.js";
import { clockTime } from "/static/times.js";

const BARE = ["sticker", "dice"];

/** `view`: {own, group, topicName}. A pending message has `sending` or `failed`. */
export function messageRow(message, view) {
  const service = serviceText(message);
  if (service) return serviceRow(message, service);
  const bare = BARE.some((kind) => message[kind]) || isBigEmoji(message);
  const row = el("article", {
    class: `row ${view.own ? "own" : "other"}${bare ? " bare" : ""}${message.sending ? " sending" : ""}`,
    "data-testid": `message-${message.message_id ?? message.key}`,
    "data-id": message.message_id,
    "aria-label": `${view.own ? "You" : fullName(message.from)}, ${clockTime(message.date * 1000)}`,
  });
  if (view.group && !view.own) row.append(avatar(message.from.id, fullName(message.from), "row-avatar"));
  row.append(el("div", { class: "stack" }, bubble(message, view), inlineKeyboard(message)));
  return row;
}

/** The name a person sees over a day's first message, or any other line between messages. */
export function linePill(text, attributes = {}) {
  return el("div", { class: "line", ...attributes }, el("span", { class: "pill", text }));
}

function serviceRow(message, text) {
  return linePill(text, { "data-testid": `message-${message.message_id}`, "data-id": message.message_id });
}

function bubble(message, view) {
  const media = mediaBody(message);
  const words = message.text ?? message.caption;
  const overlay = media?.overlay && !words;
  const node = el("div", {
    class: `bubble${media ? ` with-media has-${media.kind}` : ""}${overlay ? " overlaid" : ""}`,
  });
  const text = words ? textBlock(message, words, view) : null;
  node.append(...heads(message, view));
  if (message.show_caption_above_media && text) node.append(text, media.node);
  else node.append(...[media?.node, text].filter(Boolean));
  if (!text) node.append(meta(message, view));
  if (message.reactions?.length) node.append(reactions(message.reactions));
  node.append(actionsButton(message));
  if (message.failed) node.append(failure(message));
  return node;
}

function heads(message, view) {
  const parts = [];
  if (view.topicName) parts.push(el("div", { class: "in-topic" }, icon("tag", "icon tiny"), view.topicName));
  if (view.group && !view.own) {
    parts.push(el("div", { class: `sender name-${colourOf(message.from.id)}`, text: fullName(message.from) }));
  }
  const origin = message.forward_origin;
  if (origin) {
    const name = origin.sender_user
      ? fullName(origin.sender_user)
      : (origin.sender_user_name ?? origin.chat?.title ?? "");
    parts.push(el("div", { class: "forwarded" }, "Forwarded from ", el("b", { text: name })));
  }
  const quoted = message.reply_to_message;
  if (quoted && !quoted.forum_topic_created) parts.push(replyQuote(quoted, message.quote));
  return parts;
}

/** The message that is answered, as a small strip; pressing it goes there. */
function replyQuote(quoted, quote) {
  return el(
    "button",
    {
      type: "button",
      class: `reply-quote name-${colourOf(quoted.from?.id ?? 0)}`,
      "data-jump": quoted.message_id,
      "aria-label": `In reply to ${fullName(quoted.from)}: ${preview(quoted)}`,
    },
    el("b", { text: fullName(quoted.from) }),
    el("span", { text: quote?.text ?? preview(quoted) }),
  );
}

function textBlock(message, words, view) {
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return el("div", { class: "text", dir: "auto" }, renderText(words, entities), meta(message, view));
}

function meta(message, view) {
  const mark = view.own ? tick(message) : null;
  const edited = message.edit_date && !message.edit_hidden ? el("span", { class: "edited", text: "edited" }) : null;
  const time = el("time", {
    datetime: new Date(message.date * 1000).toISOString(),
    text: clockTime(message.date * 1000),
  });
  return el("span", { class: "meta" }, edited, time, mark);
}

function tick(message) {
  if (message.failed) return mark("warning", "Not sent");
  if (message.sending !== undefined) return mark("clock", "Sending");
  const seen = mark("ticks", "Read");
  seen.classList.add("when-read");
  const sent = mark("tick", "Sent");
  sent.classList.add("when-sent");
  return el("span", { class: "ticks" }, sent, seen);
}

function mark(name, label) {
  return el("span", { class: `mark mark-${name}`, role: "img", "aria-label": label }, icon(name, "icon tiny"));
}

function reactions(given) {
  return el(
    "div",
    { class: "reactions", role: "group", "aria-label": "Reactions" },
    given.map((one) => el("span", { class: "reaction", text: one.emoji ?? "⭐" })),
  );
}

function actionsButton(message) {
  if (message.message_id === undefined) return "";
  return button(
    "Message actions",
    { class: "actions", "data-actions": message.message_id, "aria-haspopup": "menu" },
    icon("chevron", "icon small"),
  );
}

function failure(message) {
  return el(
    "div",
    { class: "failure", role: "alert" },
    message.failed,
    " ",
    button("Try again", { class: "text-button", "data-retry": message.key }),
  );
}

// Up to three emoji and nothing else are shown large, as in Telegram.
function isBigEmoji(message) {
  if (!message.text || message.entities?.length || message.text.length > 24) return false;
  const letters = [...new Intl.Segmenter().segment(message.text.trim())].map((part) => part.segment);
  return letters.length <= 3 && letters.every((letter) => /^\p{Extended_Pictographic}|^\p{RI}\p{RI}/u.test(letter));
}
