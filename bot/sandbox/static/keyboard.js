/** The buttons under a message. */

import { el } from "/static/dom.js";
import { safeAddress } from "/static/entities.js";
import { icon } from "/static/icons.js";

/** Rows of buttons, or null. What a press does is found in the data attributes, see presses.js. */
export function inlineKeyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": "Buttons of this message" },
    rows.map((row, i) =>
      el(
        "div",
        { class: "inline-row" },
        row.map((spec, j) => inlineButton(spec, message, `${i}-${j}`)),
      ),
    ),
  );
}

function inlineButton(spec, message, place) {
  const common = {
    class: `inline-button${spec.style ? ` style-${spec.style}` : ""}`,
    "data-testid": "inline-button",
    "data-text": spec.text,
    "data-place": place,
    "data-message": message.message_id,
  };
  const label = el("span", { class: "inline-label", text: spec.text, dir: "auto" });
  const address = spec.url === undefined ? null : safeAddress(spec.url);
  if (address) {
    return el("a", { ...common, href: address, target: "_blank", rel: "noopener noreferrer" }, label, corner("link"));
  }
  const [kind, sign] = kindOf(spec);
  return el(
    "button",
    { ...common, type: "button", "data-press": kind },
    label,
    sign && corner(sign),
    el("span", { class: "spinner", "aria-hidden": "true" }),
  );
}

function kindOf(spec) {
  if (spec.callback_data !== undefined) return ["callback", null];
  if (spec.copy_text) return ["copy", "copy"];
  return ["unsupported", null];
}

function corner(name) {
  return icon(name, "icon corner");
}
