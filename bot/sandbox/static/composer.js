/** The line in which a person writes, with what is answered or edited above it. */

import { edit } from "/static/api.js";
import { Attach } from "/static/attach.js";
import { Commands } from "/static/commands.js";
import { button, byId, el, fill } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { switchBlocked } from "/static/passengers.js";
import { fullName, preview } from "/static/preview.js";
import { ReplyKeyboard } from "/static/replykeyboard.js";
import { goTo } from "/static/route.js";
import { toast } from "/static/toast.js";

const LONGEST = 16_384;

/** Puts itself into the footer. Unsent words stay with their chat. */
export class Composer {
  constructor(store, outbox) {
    this.store = store;
    this.outbox = outbox;
    this.drafts = new Map();
    this.target = null;
    this.commands = new Commands(store, (command) => this.sendText(command));
    this.keyboard = new ReplyKeyboard(store, outbox);
    this.attach = new Attach(outbox);
    this.build();
    for (const what of ["loaded", "messages", "chats"]) store.on(what, () => this.refresh());
    store.on("messages", ({ added }) => this.forced(added));
    store.on("open", () => this.switchChat());
  }

  build() {
    this.input = el("textarea", {
      class: "input",
      rows: 1,
      "data-testid": "composer",
      "aria-label": "Message",
      maxlength: LONGEST,
      dir: "auto",
      oninput: () => this.typed(),
      onkeydown: (event) => this.onKey(event),
    });
    this.sendButton = button(
      "Send",
      { class: "send", "data-testid": "send", disabled: true, onclick: () => this.submit() },
      icon("send"),
    );
    this.context = el("div", { class: "context", "data-testid": "context", hidden: true });
    this.line = el(
      "div",
      { class: "composer-line" },
      el(
        "div",
        { class: "composer-box" },
        this.context,
        el(
          "div",
          { class: "input-line" },
          this.commands.menu,
          this.input,
          this.keyboard.toggle,
          this.attach.button,
          this.attach.inputs,
        ),
      ),
      this.sendButton,
    );
    this.start = button("Start", { class: "wide-button", "data-testid": "start", onclick: () => this.pressStart() });
    this.unblock = button("Unblock and restart", {
      class: "wide-button",
      "data-testid": "unblock",
      onclick: () => this.restart(),
    });
    fill(
      byId("footer"),
      el(
        "div",
        { class: "footer-inner" },
        this.commands.panel,
        this.line,
        this.start,
        this.unblock,
        this.keyboard.node,
      ),
    );
  }

  pressStart() {
    const { startWord, open } = this.store;
    this.sendText(`/start ${startWord ?? ""}`.trim());
    if (startWord) goTo(open.chat, open.topic, true);
  }

  restart() {
    switchBlocked(this.store, this.store.chat, false);
  }

  /** Which of input line, Start and Unblock is due, and which keyboard. */
  refresh() {
    const { chat } = this.store;
    byId("footer").hidden = !chat;
    if (!chat) return;
    const thread = this.store.thread();
    const empty =
      thread.loaded && !thread.messages.length && !this.store.pending.some((draft) => draft.chat.id === chat.id);
    const toStart = chat.type === "private" && !chat.blocked && (empty || Boolean(this.store.startWord));
    this.unblock.hidden = !chat.blocked;
    this.start.hidden = !toStart;
    this.line.hidden = toStart || Boolean(chat.blocked);
    this.keyboard.render();
    if (this.line.hidden) this.keyboard.node.hidden = true;
    this.input.placeholder = this.keyboard.current?.input_field_placeholder ?? "Message";
  }

  switchChat() {
    const { chat, topic } = this.store.open;
    if (this.place !== undefined) this.drafts.set(this.place, this.target?.kind === "edit" ? "" : this.input.value);
    this.place = `${chat}/${topic}`;
    this.setTarget(null);
    this.setText(this.drafts.get(this.place) ?? "");
    this.refresh();
    if (chat !== null && matchMedia("(hover: hover)").matches) this.input.focus({ preventScroll: true });
  }

  setText(text) {
    this.input.value = text;
    this.typed();
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 200)}px`;
    this.sendButton.disabled = !this.input.value.trim();
    this.commands.suggest(this.input.value);
  }

  onKey(event) {
    if (event.isComposing || this.commands.takeKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.target) {
      this.cancelTarget();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      event.preventDefault();
      this.editLast();
    }
  }

  submit() {
    const text = this.input.value.trim();
    if (!text) return;
    if (this.target?.kind === "edit") this.saveEdit(this.target.message, text);
    else this.sendText(text);
    this.setText("");
    this.setTarget(null);
    this.input.focus({ preventScroll: true });
  }

  sendText(text) {
    const replyTo = this.target?.kind === "reply" ? this.target.message.message_id : null;
    this.setTarget(null);
    if (this.input.value.startsWith("/")) this.setText("");
    this.outbox.text(text, replyTo);
  }

  async saveEdit(message, text) {
    if (text === message.text) return;
    try {
      const body = { user_id: this.store.viewer().id, message_id: message.message_id, text };
      const edited = await edit(message.chat.id, body);
      this.store.apply({ type: "edit", message: { ...message, ...edited } });
    } catch (error) {
      toast(error.message);
    }
  }

  editLast() {
    const own = this.store
      .thread()
      .messages.filter((message) => message.from?.id === this.store.viewer()?.id && message.text);
    if (own.length) this.edit(own[own.length - 1]);
  }

  /** Write the answer to this message. */
  replyTo(message) {
    if (message) this.setTarget({ kind: "reply", message });
    this.input.focus();
  }

  /** Change this message of one's own. */
  edit(message) {
    this.setTarget({ kind: "edit", message });
    this.setText(message.text);
    this.input.focus();
    this.input.setSelectionRange(message.text.length, message.text.length);
  }

  forced(added) {
    if (!added?.from_bot || added.chat.id !== this.store.open.chat || !added.reply_markup?.force_reply) return;
    this.replyTo(added);
    this.input.placeholder = added.reply_markup.input_field_placeholder ?? "Message";
  }

  cancelTarget() {
    if (this.target?.kind === "edit") this.setText("");
    this.setTarget(null);
    this.input.focus();
  }

  setTarget(target) {
    this.target = target;
    this.context.hidden = !target;
    if (!target) return;
    const title = target.kind === "edit" ? "Edit message" : `Reply to ${fullName(target.message.from)}`;
    fill(
      this.context,
      icon(target.kind),
      el("span", { class: "context-words" }, el("b", { text: title }), el("span", { text: preview(target.message) })),
      button(
        "Cancel",
        { class: "icon-button", "data-testid": "context-cancel", onclick: () => this.cancelTarget() },
        icon("close"),
      ),
    );
  }
}
