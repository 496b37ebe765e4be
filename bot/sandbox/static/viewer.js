/** A photo in full size over the page. */

import { button, el } from "/static/dom.js";
import { icon } from "/static/icons.js";

/** Show the picture until it is pressed or Escape. */
export function viewPhoto(address, caption) {
  const close = () => dialog.close();
  const dialog = el(
    "dialog",
    { class: "viewer", "aria-label": "Photo", "data-testid": "viewer" },
    el(
      "div",
      { class: "viewer-bar" },
      el(
        "a",
        { class: "icon-button", href: address, download: "", "aria-label": "Download the photo" },
        icon("download"),
      ),
      button("Close", { class: "icon-button", onclick: close }, icon("close")),
    ),
    el("img", { src: address, alt: caption || "Photo" }),
    caption ? el("p", { class: "viewer-caption", text: caption }) : null,
  );
  dialog.addEventListener("click", (event) => {
    if (event.target.tagName !== "A") close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
