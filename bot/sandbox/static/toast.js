/** Short notices that go away by themselves, and alerts that want an OK. */

import { button, byId, el } from "/static/dom.js";
import { openDialog } from "/static/dialog.js";

const LIFE_MS = 3_500;
const MOST = 3;

/** Show a line for a moment. */
export function toast(text) {
  const box = byId("toasts");
  const node = el("div", { class: "toast", "data-testid": "toast", text });
  box.append(node);
  while (box.children.length > MOST) box.firstChild.remove();
  setTimeout(() => node.remove(), LIFE_MS + text.length * 20);
}

/** A box that stays until it is closed. */
export function alertBox(title, text) {
  openDialog({
    title,
    role: "alertdialog",
    testid: "alert",
    body: [el("p", { class: "alert-text", text })],
    buttons: (close) => [
      button("OK", { class: "text-button strong", "data-testid": "alert-ok", autofocus: true, onclick: () => close() }),
    ],
  });
}
