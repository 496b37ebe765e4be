/** The bar over the messages: who one talks to, what the bot is doing, the topics of a group. */

import { avatar } from "/static/avatar.js";
import { button, byId, el, fill } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { switchBlocked } from "/static/passengers.js";
import { openMenu } from "/static/popup.js";
import { fullName } from "/static/preview.js";
import { goTo } from "/static/route.js";
import { topicsOf, topicSign } from "/static/sidebar.js";
import { alertBox } from "/static/toast.js";

const DOING = {
  typing: "typing…",
  upload_photo: "sending a photo…",
  upload_document: "sending a file…",
  find_location: "looking for a place…",
  record_voice: "recording…",
  choose_sticker: "choosing a sticker…",
};

const NARROW = matchMedia("(max-width: 720px)");

/** `clock` is the page's ClockPanel. */
export class Header {
  constructor(store, clock) {
    this.store = store;
    this.bar = byId("chat-head");
    this.tabs = byId("topic-tabs");
    this.title = el("b", { class: "head-title", "data-testid": "head-title" });
    this.state = el("span", { class: "head-state", "data-testid": "head-state", "aria-live": "polite" });
    this.face = el("span", { class: "head-face" });
    this.phone = el("span", { class: "phone-of", "data-testid": "phone-of" });
    this.more = button(
      "More",
      { class: "icon-button", "data-testid": "chat-more", "aria-haspopup": "menu", onclick: () => this.openMore() },
      icon("more"),
    );
    fill(
      this.bar,
      button(
        "Back to the chats",
        { class: "icon-button back", "data-testid": "back", onclick: () => goTo(null) },
        icon("back"),
      ),
      this.face,
      el("span", { class: "head-words" }, this.title, this.state),
      this.phone,
      clock.chip(),
      this.more,
    );
    store.on("open", () => this.render());
    store.on("chats", () => this.render());
    store.on("typing", () => this.showState());
    NARROW.addEventListener("change", () => this.showState());
  }

  render() {
    const { chat, bot } = this.store;
    if (!chat) {
      this.tabs.hidden = true;
      return;
    }
    const own = chat.type === "private";
    const topic = topicsOf(chat).find((one) => one.id === this.store.open.topic);
    this.title.textContent = own ? bot.name : topic && chat.is_forum ? topic.name : chat.title;
    fill(
      this.face,
      own ? avatar(bot.id, this.title.textContent, "small bot-face") : avatar(chat.id, chat.title, "small"),
    );
    this.phone.hidden = !own;
    this.phone.textContent = own ? `${this.store.viewer(chat)?.first_name ?? ""}’s phone` : "";
    this.showState();
    this.showTabs(chat);
  }

  showState() {
    const { chat } = this.store;
    if (!chat) return;
    const doing = this.store.typing.get(chat.id);
    clearTimeout(this.timer);
    const left = doing ? doing.until - Date.now() : 0;
    const here =
      left > 0 && (this.store.open.topic === null || doing.topic === null || doing.topic === this.store.open.topic);
    if (left > 0) this.timer = setTimeout(() => this.store.emit("typing"), left + 20);
    this.state.textContent = here ? (DOING[doing.action] ?? "typing…") : this.resting(chat);
    this.state.classList.toggle("active", here);
  }

  resting(chat) {
    const whose = NARROW.matches ? ` · ${this.phone.textContent}` : "";
    if (chat.type === "private") return `bot${chat.blocked ? " · blocked" : ""}${whose}`;
    return this.store.open.topic === null ? "group · all topics" : chat.title;
  }

  showTabs(chat) {
    this.tabs.hidden = !chat.is_forum;
    if (!chat.is_forum) return;
    const tab = (id, name, sign) =>
      el(
        "button",
        {
          type: "button",
          class: `tab${this.store.open.topic === id ? " selected" : ""}`,
          "data-testid": `tab-${id ?? "all"}`,
          "aria-current": this.store.open.topic === id ? "true" : null,
          onclick: () => goTo(chat.id, id),
        },
        sign,
        name,
      );
    fill(
      this.tabs,
      tab(null, "All"),
      topicsOf(chat).map((topic) => tab(topic.id, topic.name, topicSign(topic))),
    );
    this.tabs.querySelector(".selected")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  openMore() {
    const { store } = this;
    const chat = store.chat;
    const about = { label: "About", icon: "person", testid: "about", action: () => this.about(chat) };
    const block = chat.blocked
      ? {
          label: "Unblock the bot",
          icon: "block",
          testid: "unblock-bot",
          action: () => switchBlocked(store, chat, false),
        }
      : {
          label: "Block the bot",
          icon: "block",
          danger: true,
          testid: "block-bot",
          action: () => switchBlocked(store, chat, true),
        };
    openMenu(this.more, chat.type === "private" ? [about, block] : [about]);
  }

  about(chat) {
    const { bot } = this.store;
    const person = this.store.viewer(chat);
    if (chat.type !== "private")
      return alertBox(chat.title, "The group in which support answers; each request is a topic.");
    const phone = `This is the phone of ${fullName(person)}, ${person.phone}, in the language “${person.language_code}”.`;
    return alertBox(bot.name, [`@${bot.username}`, bot.short_description, phone].filter(Boolean).join("\n\n"));
  }
}
