/** Menus that hang from a button, or open where one presses. */

import { el } from "/static/dom.js";
import { icon } from "/static/icons.js";

const MARGIN = 8;
let current = null;

/**
 * Open a menu near `anchor` (an element, or {x, y}). Items: {label, icon, action, testid, danger}. `content` is put in
 * place of the items where there is some.
 */
export function openMenu(anchor, items, { label = "Menu", content, testid = "popup" } = {}) {
  closeMenu();
  const node = el(
    "div",
    { class: "popup", role: content ? "dialog" : "menu", "aria-label": label, "data-testid": testid },
    content ?? items.map(menuItem),
  );
  const back = document.activeElement;
  document.body.append(node);
  place(node, anchor);
  current = { node, back, anchor };
  node.addEventListener("keydown", onKey);
  setTimeout(() => document.addEventListener("pointerdown", outside), 0);
  if (anchor instanceof Element) anchor.setAttribute("aria-expanded", "true");
  node.querySelector("button")?.focus();
  return node;
}

/** Close the open menu, if any, and give the focus back. */
export function closeMenu(giveBack = true) {
  if (!current) return;
  const { node, back, anchor } = current;
  current = null;
  document.removeEventListener("pointerdown", outside);
  if (anchor instanceof Element) anchor.setAttribute("aria-expanded", "false");
  node.remove();
  if (giveBack) back?.focus({ preventScroll: true });
}

function menuItem(item) {
  const choose = () => {
    closeMenu();
    item.action();
  };
  return el(
    "button",
    {
      type: "button",
      role: "menuitem",
      class: `popup-item${item.danger ? " danger" : ""}`,
      "data-testid": item.testid,
      onclick: choose,
    },
    icon(item.icon),
    el("span", { text: item.label }),
  );
}

function place(node, anchor) {
  const box =
    anchor instanceof Element
      ? anchor.getBoundingClientRect()
      : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { offsetWidth: width, offsetHeight: height } = node;
  const left = box.left + width + MARGIN > innerWidth ? box.right - width : box.left;
  const below = box.bottom + 4;
  const top = below + height + MARGIN > innerHeight ? box.top - height - 4 : below;
  node.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  node.style.top = `${Math.max(MARGIN, top)}px`;
}

function outside(event) {
  if (current && !current.node.contains(event.target)) closeMenu(false);
}

function onKey(event) {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu();
    return;
  }
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...current.node.querySelectorAll("button")];
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
}
