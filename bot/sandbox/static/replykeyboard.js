/** The keyboard of ready answers at the bottom of a chat. */

import { confirmBox } from "/static/dialog.js";
import { button, el, fill } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { chooseLocation } from "/static/sharing.js";
import { toast } from "/static/toast.js";

/** Follows the open thread; `toggle` is the icon in the input line that shows and hides it. */
export class ReplyKeyboard {
  constructor(store, outbox) {
    this.store = store;
    this.outbox = outbox;
    this.node = el("div", {
      class: "reply-keyboard",
      "data-testid": "reply-keyboard",
      role: "group",
      "aria-label": "Ready answers",
      hidden: true,
    });
    this.toggle = button(
      "Show or hide the keyboard",
      {
        class: "icon-button keyboard-toggle",
        "data-testid": "keyboard-toggle",
        hidden: true,
        onclick: () => this.flip(),
      },
      icon("keyboard"),
    );
    this.choices = new Map();
  }

  /** The markup now in force: {keyboard, ...} or null; and the last message that forces a reply. */
  get current() {
    return this.found()?.message.reply_markup ?? null;
  }

  found() {
    const { messages } = this.store.thread();
    for (let i = messages.length - 1; i >= 0; i -= 1) {
      const markup = messages[i].from_bot ? messages[i].reply_markup : null;
      if (markup?.remove_keyboard) return null;
      if (markup?.keyboard)
        return { message: messages[i], used: messages.slice(i + 1).some((later) => !later.from_bot) };
    }
    return null;
  }

  render() {
    const found = this.store.open.chat === null ? null : this.found();
    this.toggle.hidden = !found;
    if (!found) {
      this.node.hidden = true;
      this.drawn = null;
      return;
    }
    const markup = found.message.reply_markup;
    const key = `${found.message.chat.id}/${found.message.message_id}`;
    const shown = this.choices.get(key) ?? !(markup.one_time_keyboard && found.used);
    this.key = key;
    this.node.hidden = !shown;
    this.toggle.setAttribute("aria-pressed", String(shown));
    if (this.drawn === markup) return;
    this.drawn = markup;
    this.node.classList.toggle("tall", !markup.resize_keyboard);
    fill(
      this.node,
      markup.keyboard.map((row) =>
        el(
          "div",
          { class: "reply-row" },
          row.map((spec) => this.drawKey(spec)),
        ),
      ),
    );
  }

  drawKey(spec) {
    return el(
      "button",
      {
        type: "button",
        class: `reply-button${spec.style ? ` style-${spec.style}` : ""}`,
        "data-testid": "reply-button",
        "data-text": spec.text,
        dir: "auto",
        onclick: () => this.press(spec),
      },
      spec.text,
    );
  }

  flip() {
    this.choices.set(this.key, this.node.hidden);
    this.render();
  }

  press(spec) {
    const person = this.store.viewer();
    if (spec.request_contact) this.askContact(person);
    else if (spec.request_location) chooseLocation((place) => this.outbox.location(place));
    else if (spec.web_app || spec.request_users || spec.request_chat || spec.request_poll)
      toast("This button needs Telegram itself");
    else this.outbox.text(spec.text);
    if (this.current?.one_time_keyboard) this.choices.delete(this.key);
  }

  askContact(person) {
    const { first_name, last_name, phone, id } = person;
    const contact = { phone_number: phone, first_name, user_id: id, ...(last_name ? { last_name } : {}) };
    confirmBox(
      "Share your phone number?",
      `The bot will know you as ${phone}.`,
      "Share",
      () => {
        this.outbox.contact(contact);
      },
      "share-contact",
    );
  }
}
