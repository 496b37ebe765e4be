/** The bot's commands: the Menu button's list, and suggestions while one types a slash. */

import { getCommands } from "/static/api.js";
import { button, el, fill } from "/static/dom.js";
import { icon } from "/static/icons.js";

/** `choose(command)` sends one. */
export class Commands {
  constructor(store, choose) {
    this.store = store;
    this.choose = choose;
    this.known = [];
    this.at = -1;
    this.panel = el("div", {
      class: "commands",
      role: "listbox",
      id: "commands",
      "aria-label": "Commands",
      "data-testid": "commands",
      hidden: true,
    });
    this.menu = button(
      "Menu",
      {
        class: "menu-button",
        "data-testid": "menu",
        "aria-haspopup": "listbox",
        "aria-expanded": "false",
        onclick: () => this.flip(),
      },
      icon("menu", "icon small"),
      el("span", { class: "menu-label", text: "Menu" }),
    );
    store.on("commands", () => this.load());
    store.on("open", () => this.load());
    document.addEventListener("pointerdown", (event) => {
      if (!this.panel.contains(event.target) && !this.menu.contains(event.target)) this.hide();
    });
  }

  async load() {
    const { chat } = this.store;
    this.hide();
    if (!chat) return;
    const found = await getCommands(chat.id, this.store.viewer(chat)?.id).catch(() => ({ commands: [] }));
    if (chat.id !== this.store.open.chat) return;
    this.known = found.commands ?? [];
    const kind = found.menu_button?.type ?? "default";
    this.menu.hidden = !this.known.length || chat.type !== "private" || kind === "web_app";
  }

  flip() {
    if (!this.panel.hidden) {
      this.hide();
      return;
    }
    this.show(this.known, false);
    this.panel.querySelector("button")?.focus();
  }

  /** Show the commands that begin with what is typed; hide them for anything else. */
  suggest(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1];
    const fitting =
      typed === undefined ? [] : this.known.filter(({ command }) => command.startsWith(typed.toLowerCase()));
    if (fitting.length) this.show(fitting, true);
    else this.hide();
  }

  show(commands, select) {
    this.at = select ? 0 : -1;
    fill(
      this.panel,
      commands.map(({ command, description }) =>
        el(
          "button",
          {
            type: "button",
            role: "option",
            class: "command-item",
            "data-testid": `command-${command}`,
            "data-command": command,
            onclick: () => {
              this.hide();
              this.choose(`/${command}`);
            },
            onkeydown: (event) => this.onKey(event),
          },
          el("b", { text: `/${command}` }),
          el("span", { text: description }),
        ),
      ),
    );
    this.panel.hidden = false;
    this.menu.setAttribute("aria-expanded", "true");
    this.mark();
  }

  hide() {
    this.panel.hidden = true;
    this.menu.setAttribute("aria-expanded", "false");
  }

  /** A key pressed in the input line; true when it was for the list. */
  takeKey(event) {
    if (this.panel.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.panel.children.length;
    if (step) this.at = (this.at + step + count) % count;
    else if (event.key === "Escape") this.hide();
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.panel.children[this.at].click();
    else return false;
    event.preventDefault();
    this.mark();
    return true;
  }

  onKey(event) {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (step) {
      event.preventDefault();
      event.currentTarget[step]?.focus();
    }
    if (event.key === "Escape") {
      this.hide();
      this.menu.focus();
    }
  }

  mark() {
    [...this.panel.children].forEach((item, i) => {
      item.classList.toggle("marked", i === this.at);
      item.setAttribute("aria-selected", String(i === this.at));
    });
    this.panel.children[this.at]?.scrollIntoView({ block: "nearest" });
  }
}
