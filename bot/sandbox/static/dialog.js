/** Boxes over the page: native dialogs, so the keyboard and screen readers know them. */

import { button, el } from "/static/dom.js";

let serial = 0;

/**
 * Open a dialog. `buttons(close)` makes its buttons; `submit()` is called for its form and the dialog closes unless it
 * returns false or rejects, when the words of the error are shown. -> the dialog element.
 */
export function openDialog({ title, body, buttons, submit, testid, role, onclose, className = "" }) {
  const id = `dialog-${(serial += 1)}`;
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const close = () => dialog.close();
  const form = el(
    "form",
    { method: "dialog" },
    el("h2", { id, text: title }),
    body,
    problem,
    el("div", { class: "dialog-buttons" }, buttons(close)),
  );
  const dialog = el(
    "dialog",
    { class: `dialog ${className}`, "aria-labelledby": id, role, "data-testid": testid },
    form,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    trySubmit(submit, close, problem);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Cancel beside a button that submits the form. */
export function cancelAnd(label, testid) {
  return (close) => [
    button("Cancel", { class: "text-button", onclick: close }),
    el("button", { type: "submit", class: "text-button strong", "data-testid": testid, text: label }),
  ];
}

/** A labelled field; `attributes` are the input's. */
export function field(label, attributes) {
  const input = el("input", { class: "field-input", autocomplete: "off", ...attributes });
  return { input, node: el("label", { class: "field" }, el("span", { class: "field-label", text: label }), input) };
}

/** Ask before doing something. */
export function confirmBox(title, text, label, action, testid = "confirm") {
  openDialog({
    title,
    testid,
    body: [el("p", { text })],
    buttons: cancelAnd(label, `${testid}-ok`),
    submit: action,
  });
}

async function trySubmit(submit, close, problem) {
  try {
    if ((await submit?.()) !== false) close();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  }
}
