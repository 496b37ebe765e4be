/** Light or dark: as the system has it until one chooses, then as chosen. */

import { button } from "/static/dom.js";
import { icon } from "/static/icons.js";

const KEY = "sandbox-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** Put the theme on the page and return the button that changes it. */
export function themeSwitch() {
  const toggle = button("Dark or light", { class: "icon-button", "data-testid": "theme", onclick: flip }, icon("moon"));
  function show() {
    const dark = isDark();
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    toggle.replaceChildren(icon(dark ? "sun" : "moon"));
    toggle.title = dark ? "Light theme" : "Dark theme";
    toggle.setAttribute("aria-label", toggle.title);
  }
  function flip() {
    localStorage.setItem(KEY, isDark() ? "light" : "dark");
    show();
  }
  system.addEventListener("change", show);
  show();
  return toggle;
}

function isDark() {
  const chosen = localStorage.getItem(KEY);
  return chosen ? chosen === "dark" : system.matches;
}
