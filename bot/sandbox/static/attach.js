/** The paper clip's menu, and files dropped or pasted on the chat. */

import { button, byId, el } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { closeMenu, openMenu } from "/static/popup.js";
import { chooseCaption, chooseContact, chooseLocation } from "/static/sharing.js";

const STICKERS = ["🚂", "🚆", "🎫", "🧳", "🙏", "👍", "😀", "😍", "😢", "😡", "🎉", "❤️", "🍛", "☕", "🌧️", "🐘"];

/** `button` belongs into the input line. */
export class Attach {
  constructor(outbox) {
    this.outbox = outbox;
    this.button = button(
      "Attach",
      { class: "icon-button", "data-testid": "attach", "aria-haspopup": "menu", onclick: () => this.open() },
      icon("attach"),
    );
    this.photo = this.chooser("photo", "image/*");
    this.file = this.chooser("document", "");
    this.inputs = [this.photo, this.file];
    this.takeDrops(byId("chat"));
  }

  chooser(kind, accept) {
    const input = el("input", {
      type: "file",
      accept,
      class: "visually-hidden",
      tabindex: "-1",
      "aria-hidden": "true",
      "data-testid": `input-${kind}`,
    });
    input.addEventListener("change", () => {
      if (input.files[0]) this.offer(input.files[0], kind);
      input.value = "";
    });
    return input;
  }

  open() {
    const { outbox } = this;
    openMenu(
      this.button,
      [
        { label: "Photo", icon: "photo", testid: "attach-photo", action: () => this.photo.click() },
        { label: "File", icon: "file", testid: "attach-file", action: () => this.file.click() },
        {
          label: "Location",
          icon: "pin",
          testid: "attach-location",
          action: () => chooseLocation((place) => outbox.location(place)),
        },
        {
          label: "Someone’s contact",
          icon: "person",
          testid: "attach-contact",
          action: () => chooseContact((contact) => outbox.contact(contact)),
        },
        { label: "Sticker", icon: "smile", testid: "attach-sticker", action: () => this.openStickers() },
        { label: "Voice message", icon: "mic", testid: "attach-voice", action: () => outbox.voice(4) },
      ],
      { label: "Attach", testid: "attach-menu" },
    );
  }

  openStickers() {
    const choose = (emoji) => {
      closeMenu();
      this.outbox.sticker(emoji);
    };
    const grid = el(
      "div",
      { class: "stickers" },
      STICKERS.map((emoji) =>
        el(
          "button",
          {
            type: "button",
            class: "sticker-choice",
            "aria-label": `Send ${emoji}`,
            "data-text": emoji,
            onclick: () => choose(emoji),
          },
          emoji,
        ),
      ),
    );
    openMenu(this.button, [], { label: "Stickers", content: grid, testid: "stickers" });
  }

  /** Ask for a caption, then send; a picture goes as a photo unless `kind` says document. */
  offer(file, kind = file.type.startsWith("image/") ? "photo" : "document") {
    chooseCaption(file, kind, (...chosen) => this.outbox.file(...chosen));
  }

  takeDrops(area) {
    area.addEventListener("dragover", (event) => event.preventDefault());
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files[0] && this.button.isConnected) this.offer(event.dataTransfer.files[0]);
    });
    area.addEventListener("paste", (event) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      this.offer(file);
    });
  }
}
