/** What happens when something in a message is pressed. */

import { pressButton } from "/static/api.js";
import { safeAddress } from "/static/entities.js";
import { openMenu } from "/static/popup.js";
import { preview } from "/static/preview.js";
import { alertBox, toast } from "/static/toast.js";
import { viewPhoto } from "/static/viewer.js";

const PATIENCE_MS = 20_000;

/** Listens on the list of messages, and waits for the bot's answers to pressed buttons. */
export class Presses {
  constructor(store, list, outbox, composer) {
    Object.assign(this, { store, list, outbox, composer });
    this.waiting = new Map();
    this.early = new Map();
    list.column.addEventListener("click", (event) => this.onClick(event));
    list.column.addEventListener("contextmenu", (event) => this.onContext(event));
    list.column.addEventListener("dblclick", (event) => this.onDouble(event));
    store.on("answer", (answer) => this.answered(answer));
  }

  onClick(event) {
    const target = event.target.closest(
      "[data-press], [data-command], [data-jump], [data-photo], [data-copy], [data-copy-pre], [data-actions], [data-retry], [data-voice], a[href]",
    );
    if (!target) return;
    const { dataset } = target;
    if (target.tagName === "A") this.onLink(event, target);
    else if (dataset.press) this.onButton(target);
    else if (dataset.command) this.outbox.text(dataset.command);
    else if (dataset.jump) this.list.reveal(Number(dataset.jump));
    else if (dataset.photo) viewPhoto(dataset.photo, dataset.caption);
    else if (dataset.actions) this.openActions(target, Number(dataset.actions));
    else if (dataset.retry) this.outbox.retry(dataset.retry);
    else if (dataset.voice) toast("Voice messages are silent in the sandbox");
    else
      copy(
        dataset.copyPre === undefined ? target.textContent : target.closest("pre").querySelector("code").textContent,
      );
  }

  // https://t.me/thisbot?start=word stays on this page, as it stays inside Telegram.
  onLink(event, link) {
    const start = startWord(link.href, this.store.bot.username);
    if (start === null) return;
    event.preventDefault();
    this.outbox.text(`/start ${start}`.trim());
  }

  onButton(target) {
    const spec = this.specOf(target);
    if (!spec) return;
    if (target.dataset.press === "callback") this.callback(target, spec);
    else if (target.dataset.press === "copy") copy(spec.copy_text.text);
    else toast("This button needs Telegram itself");
  }

  specOf(target) {
    const [row, column] = target.dataset.place.split("-");
    return this.store.thread().find(Number(target.dataset.message))?.reply_markup?.inline_keyboard?.[row]?.[column];
  }

  async callback(target, spec) {
    if (target.classList.contains("busy")) return;
    busy(target, true);
    const { store } = this;
    try {
      const { id } = await pressButton({
        user_id: store.viewer().id,
        chat_id: store.open.chat,
        message_id: Number(target.dataset.message),
        data: spec.callback_data,
      });
      this.waiting.set(String(id), target);
      setTimeout(() => this.release(String(id)), PATIENCE_MS);
      if (this.early.has(String(id))) this.answered(this.early.get(String(id)));
    } catch (error) {
      busy(target, false);
      toast(error.message);
    }
  }

  release(id) {
    const target = this.waiting.get(id);
    if (target) busy(target, false);
    this.waiting.delete(id);
    this.early.delete(id);
    return target;
  }

  // The answer may overtake the reply to our own request.
  answered(answer) {
    const id = String(answer.id);
    if (!this.waiting.has(id)) {
      this.early.set(id, answer);
      return;
    }
    this.release(id);
    if (answer.text && answer.show_alert) alertBox(this.store.bot.name, answer.text);
    else if (answer.text) toast(answer.text);
    if (answer.url) this.openAddress(answer.url);
  }

  openAddress(url) {
    const start = startWord(url, this.store.bot.username);
    const address = safeAddress(url);
    if (start !== null) this.outbox.text(`/start ${start}`.trim());
    else if (address) window.open(address, "_blank", "noopener,noreferrer");
  }

  onContext(event) {
    const row = event.target.closest("article[data-id]");
    if (!row || event.target.closest("a, .inline-keyboard") || String(getSelection())) return;
    event.preventDefault();
    this.openActions({ x: event.clientX, y: event.clientY }, Number(row.dataset.id));
  }

  onDouble(event) {
    const row = event.target.closest("article[data-id]");
    if (row && !event.target.closest("button, a, .text"))
      this.composer.replyTo(this.store.thread().find(Number(row.dataset.id)));
  }

  openActions(anchor, id) {
    const message = this.store.thread().find(id);
    if (!message) return;
    const own = message.from?.id === this.store.viewer()?.id;
    const items = [
      { label: "Reply", icon: "reply", testid: "action-reply", action: () => this.composer.replyTo(message) },
    ];
    if (own && message.text)
      items.push({ label: "Edit", icon: "edit", testid: "action-edit", action: () => this.composer.edit(message) });
    items.push({
      label: "Copy text",
      icon: "copy",
      testid: "action-copy",
      action: () => copy(message.text ?? message.caption ?? preview(message)),
    });
    openMenu(anchor, items, { label: "Message actions", testid: "message-menu" });
  }
}

function busy(target, on) {
  target.classList.toggle("busy", on);
  target.setAttribute("aria-busy", String(on));
}

function startWord(href, username) {
  const address = /^(https?:\/\/(t|telegram)\.me\/|tg:)/i.test(href) ? new URL(href) : null;
  if (!address) return null;
  const name = address.protocol === "tg:" ? address.searchParams.get("domain") : address.pathname.slice(1);
  if (name?.toLowerCase() !== username?.toLowerCase()) return null;
  return address.searchParams.get("start") ?? "";
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied to the clipboard");
  } catch {
    toast("The browser did not allow copying");
  }
}
