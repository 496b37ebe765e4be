/** The list of messages: rows are kept as long as their message does not change, so focus and place stay. */

import { linePill, messageRow } from "/static/bubble.js";
import { byId, el } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { dayKey, dayLabel } from "/static/times.js";
import { GENERAL, topicOf } from "/static/thread.js";

const NEAR_BOTTOM = 60;
const NEAR_TOP = 200;
const GROUP_SECONDS = 600;
const DAY_SHOWN_MS = 1_200;

/** Shows the open thread of `store`; `onNeedOlder` is its own business. */
export class MessageList {
  constructor(store) {
    this.store = store;
    this.frame = byId("messages");
    this.column = byId("message-column");
    this.rows = new Map();
    this.jump = byId("to-bottom");
    this.unseen = 0;
    this.pinned = true;
    this.lastTop = 0;
    this.listen();
  }

  listen() {
    this.jump.append(icon("down"), el("span", { class: "badge jump-badge", hidden: true }));
    this.jump.addEventListener("click", () => this.toBottom(true));
    this.frame.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.column.addEventListener("load", () => this.keepPlace(), true);
    new ResizeObserver(() => this.keepPlace()).observe(this.frame);
    this.store.on("open", () => this.openThread());
    this.store.on("messages", (change) => this.changed(change));
    this.store.on("clock", () => this.render());
  }

  get thread() {
    return this.store.thread();
  }

  /** Show the thread that the store has open, at its end. */
  async openThread() {
    const { chat } = this.store.open;
    this.unseen = 0;
    this.frame.setAttribute("aria-busy", "true");
    this.rows.clear();
    this.column.replaceChildren();
    if (chat === null) return;
    const thread = this.thread;
    if (!thread.loaded) await thread.load().catch(() => undefined);
    if (thread !== this.thread) return;
    this.render();
    this.toBottom();
    this.frame.setAttribute("aria-busy", "false");
    this.store.emit("loaded");
    this.store.read();
  }

  changed({ chat, added }) {
    if (chat !== this.store.open.chat) return;
    const mine = added?.from?.id === this.store.viewer()?.id;
    if (added && !this.pinned && !mine) this.unseen += 1;
    this.render();
    if (mine) this.toBottom();
    this.showJump();
  }

  render() {
    if (this.store.open.chat === null || !this.thread.loaded) return;
    const wanted = this.plan();
    const keys = new Set(wanted.map((item) => item.key));
    for (const [key, row] of this.rows) {
      if (!keys.has(key)) {
        row.node.remove();
        this.rows.delete(key);
      }
    }
    let before = this.column.firstChild;
    for (const item of wanted) {
      const old = this.rows.get(item.key)?.node;
      const node = this.row(item);
      if (old === before) before = node;
      if (node === before) before = node.nextSibling;
      else this.column.insertBefore(node, before);
    }
    this.keepPlace();
  }

  /** The existing row of this item, brought up to date, or a new one. */
  row(item) {
    const old = this.rows.get(item.key);
    if (old && old.source === item.source && old.label === item.label) {
      old.node.className = rowClass(old.base, item);
      return old.node;
    }
    const node = item.make();
    const base = node.className;
    node.className = rowClass(base, item);
    if (old) swap(old.node, node);
    this.rows.set(item.key, { source: item.source, label: item.label, node, base });
    return node;
  }

  /** What should be in the list: {key, source, make, flags}. */
  plan() {
    const { store } = this;
    const viewer = store.viewer();
    const all = [...this.thread.messages, ...store.pending.filter((draft) => this.thread.holds(draft))];
    const lastFromBot = all.findLastIndex((message) => message.from_bot);
    const items = [];
    all.forEach((message, i) => {
      const day = dayKey(message.date * 1000);
      if (i === 0 || dayKey(all[i - 1].date * 1000) !== day) items.push(dayItem(day, message, store.now()));
      const own = message.from?.id === viewer?.id;
      items.push({
        key: message.message_id ?? message.key,
        source: message,
        label: "",
        flags: {
          first: !joined(all[i - 1], message),
          last: !joined(message, all[i + 1]),
          read: own && i < lastFromBot,
        },
        make: () => messageRow(message, this.view(message, own)),
      });
    });
    return items;
  }

  view(message, own) {
    const { chat, open } = this.store;
    const topic = chat.is_forum && open.topic === null ? topicOf(message) : GENERAL;
    const topicName = chat.topics?.find((one) => one.id === topic && topic !== GENERAL)?.name;
    return { own, group: chat.type !== "private", topicName };
  }

  scrolled() {
    this.frame.classList.add("scrolling");
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.frame.classList.remove("scrolling"), DAY_SHOWN_MS);
    const { scrollTop, scrollHeight, clientHeight } = this.frame;
    // Only a person moves up; when the list shrinks or grows by itself, its end stays in sight.
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) this.pinned = true;
    else if (scrollTop < this.lastTop) this.pinned = false;
    this.lastTop = scrollTop;
    if (this.pinned) this.unseen = 0;
    this.showJump();
    if (scrollTop < NEAR_TOP) this.loadOlder();
  }

  showJump() {
    this.jump.hidden = this.pinned;
    const badge = this.jump.lastElementChild;
    badge.hidden = !this.unseen;
    badge.textContent = this.unseen;
  }

  async loadOlder() {
    const thread = this.thread;
    if (!thread.loaded || !thread.more || thread.loading || this.store.open.chat === null) return;
    const fromEnd = this.frame.scrollHeight - this.frame.scrollTop;
    await thread.load().catch(() => undefined);
    if (thread !== this.thread) return;
    this.render();
    this.frame.scrollTop = this.frame.scrollHeight - fromEnd;
  }

  keepPlace() {
    if (this.pinned) this.toBottom();
  }

  toBottom(smooth = false) {
    this.pinned = true;
    this.frame.scrollTo({ top: this.frame.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.showJump();
  }

  /** Scroll to a message and let it flash, if it is loaded. */
  reveal(id) {
    const row = this.rows.get(id)?.node;
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("flash");
    setTimeout(() => row.classList.remove("flash"), 1_500);
  }
}

function dayItem(day, message, now) {
  const label = dayLabel(message.date * 1000, now);
  return { key: `day-${day}`, source: day, label, flags: {}, make: () => linePill(label, { class: "line day" }) };
}

function rowClass(base, { flags }) {
  return [base, ...Object.keys(flags).filter((name) => flags[name])].join(" ");
}

// Focus on a button of an edited message moves to the button at the same place in its new keyboard.
function swap(old, node) {
  const place = old.contains(document.activeElement) ? (document.activeElement.dataset.place ?? "") : null;
  old.replaceWith(node);
  if (place === null) return;
  const next =
    (place && node.querySelector(`[data-place="${place}"]`)) ||
    node.querySelector("[data-place]") ||
    node.querySelector(".actions");
  next?.focus({ preventScroll: true });
}

// One person's messages within ten minutes hang together.
function joined(first, second) {
  if (!first || !second || !first.from || !second.from) return false;
  return (
    first.from.id === second.from.id &&
    topicOf(first) === topicOf(second) &&
    second.date - first.date < GROUP_SECONDS &&
    dayKey(first.date * 1000) === dayKey(second.date * 1000)
  );
}
