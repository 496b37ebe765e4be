/** The left column: each passenger's chat with the bot, and the groups with their topics. */

import { avatar } from "/static/avatar.js";
import { button, byId, el, fill } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { newPassenger } from "/static/passengers.js";
import { fullName } from "/static/preview.js";
import { goTo } from "/static/route.js";
import { themeSwitch } from "/static/theme.js";
import { GENERAL } from "/static/thread.js";
import { listTime } from "/static/times.js";

/** Draws itself anew whenever the chats change. */
export class Sidebar {
  constructor(store) {
    this.store = store;
    this.list = byId("chat-list");
    this.unfolded = new Set();
    fill(
      byId("sidebar-actions"),
      themeSwitch(),
      button(
        "New passenger",
        { class: "icon-button", "data-testid": "new-passenger", onclick: () => newPassenger(store) },
        icon("addPerson"),
      ),
    );
    store.on("chats", () => this.render());
    store.on("open", () => this.follow());
    this.list.addEventListener("keydown", (event) => this.onKey(event));
  }

  follow() {
    const { chat } = this.store.open;
    if (this.store.chat?.is_forum) this.unfolded.add(chat);
  }

  render() {
    const focused = document.activeElement?.dataset?.testid;
    fill(
      this.list,
      this.sorted().flatMap((chat) => [this.item(chat), this.topics(chat)]),
    );
    if (focused && !this.list.contains(document.activeElement)) {
      this.list.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }

  sorted() {
    return [...this.store.chats.values()].sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
  }

  item(chat) {
    const { store } = this;
    const open = store.open.chat === chat.id;
    const person = chat.type === "private" ? store.viewer(chat) : null;
    const title = person ? fullName(person) : chat.title;
    const node = el(
      "button",
      {
        type: "button",
        class: `chat-item${open && store.open.topic === null ? " selected" : ""}`,
        "data-testid": `chat-item-${chat.id}`,
        "aria-current": open ? "true" : null,
        onclick: () => goTo(chat.id),
      },
      avatar(chat.id, title),
      el(
        "span",
        { class: "chat-words" },
        el(
          "span",
          { class: "chat-top" },
          el("b", { class: "chat-title", text: title }),
          el("time", { class: "chat-time", text: chat.last ? listTime(chat.last.date * 1000, store.now()) : "" }),
        ),
        el("span", { class: "chat-bottom" }, this.lastLine(chat, person), badge(chat.unread)),
      ),
    );
    if (!chat.is_forum) return node;
    return el("div", { class: "chat-with-fold" }, node, this.fold(chat));
  }

  lastLine(chat, person) {
    const typing = this.store.typing.get(chat.id);
    if (typing && typing.until > Date.now()) return el("span", { class: "chat-last typing-words", text: "typing…" });
    const text = chat.last?.text ?? (person ? "No messages yet" : "");
    return el("span", { class: "chat-last", text });
  }

  fold(chat) {
    const unfolded = this.unfolded.has(chat.id);
    const flip = () => {
      this.unfolded[unfolded ? "delete" : "add"](chat.id);
      this.render();
    };
    return button(
      unfolded ? "Hide the topics" : "Show the topics",
      {
        class: `fold${unfolded ? " open" : ""}`,
        "data-testid": `fold-${chat.id}`,
        "aria-expanded": String(unfolded),
        onclick: flip,
      },
      icon("chevron", "icon small"),
    );
  }

  topics(chat) {
    if (!chat.is_forum || !this.unfolded.has(chat.id)) return [];
    return topicsOf(chat).map((topic) => {
      const selected = this.store.open.chat === chat.id && this.store.open.topic === topic.id;
      return el(
        "button",
        {
          type: "button",
          class: `topic-item${selected ? " selected" : ""}`,
          "data-testid": `topic-item-${topic.id}`,
          "aria-current": selected ? "true" : null,
          onclick: () => goTo(chat.id, topic.id),
        },
        topicSign(topic),
        el("span", { class: "topic-name", text: topic.name }),
        topic.closed && icon("lock", "icon tiny"),
        badge(topic.unread),
      );
    });
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.list.querySelectorAll(".chat-item, .topic-item")];
    all[all.indexOf(document.activeElement) + step]?.focus();
  }
}

/** The topics of a forum: General first, closed ones last. */
export function topicsOf(chat) {
  const others = (chat.topics ?? []).filter((topic) => topic.id !== GENERAL && !topic.hidden);
  others.sort((a, b) => Number(Boolean(a.closed)) - Number(Boolean(b.closed)) || b.id - a.id);
  return [{ id: GENERAL, name: "General" }, ...others];
}

/** A topic's round sign in its colour. */
export function topicSign(topic) {
  if (topic.id === GENERAL) return el("span", { class: "topic-sign general", "aria-hidden": "true", text: "#" });
  const sign = el("span", {
    class: "topic-sign",
    "aria-hidden": "true",
    text: [...topic.name][0]?.toUpperCase() ?? "?",
  });
  sign.style.setProperty("--sign", `#${(topic.icon_color ?? 0x6fb9f0).toString(16).padStart(6, "0")}`);
  return sign;
}

function badge(count) {
  return count ? el("span", { class: "badge", "aria-label": `${count} unread`, text: count }) : null;
}
