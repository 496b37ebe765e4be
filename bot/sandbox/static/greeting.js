/** What an empty chat shows: who the bot is and what it can do. */

import { avatar } from "/static/avatar.js";
import { byId, el } from "/static/dom.js";

/** Keeps the card in step with the open thread. */
export class Greeting {
  constructor(store) {
    this.store = store;
    this.card = el("div", { class: "greeting", "data-testid": "greeting", hidden: true });
    byId("messages").append(this.card);
    for (const what of ["open", "loaded", "messages"]) store.on(what, () => this.render());
  }

  render() {
    const { chat, bot, pending } = this.store;
    const thread = chat && this.store.thread();
    const empty = Boolean(thread?.loaded) && !thread.messages.length && !pending.some((draft) => thread.holds(draft));
    this.card.hidden = !empty;
    if (!empty) return;
    const name = bot.name;
    const own = chat.type === "private";
    const description = bot.descriptions[this.store.viewer()?.language_code] || bot.description;
    this.card.replaceChildren(
      avatar(bot.id, own ? name : chat.title, "large bot-face"),
      el("h2", { text: own ? `What can ${name} do?` : "Nothing here yet" }),
      el("p", {
        class: "greeting-text",
        dir: "auto",
        text: own ? description || "Press Start to say hello." : "What is written here stays in the sandbox.",
      }),
    );
  }
}
