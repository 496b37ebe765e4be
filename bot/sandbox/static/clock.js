/** The sandbox's clock: what time it is there, and buttons that move it forward. */

import { moveClock } from "/static/api.js";
import { openDialog } from "/static/dialog.js";
import { button, byId, el } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { clockSeconds, clockTime, fieldToIso, fieldValue, longDate, span } from "/static/times.js";
import { toast } from "/static/toast.js";

const STEPS = [
  ["+1 min", 60],
  ["+15 min", 900],
  ["+1 h", 3_600],
  ["+1 day", 86_400],
];

/** The panel in the sidebar; `chip()` makes a small clock that opens the same panel in a dialog. */
export class ClockPanel {
  constructor(store) {
    this.store = store;
    this.chips = [];
    this.build();
    store.on("clock", () => this.tick());
    setInterval(() => this.tick(), 1_000);
  }

  build() {
    this.time = el("span", { class: "clock-time", "data-testid": "clock-now" });
    this.date = el("span", { class: "clock-date" });
    this.ahead = el("span", { class: "clock-ahead", "data-testid": "clock-ahead" });
    this.to = el("input", {
      class: "field-input",
      type: "datetime-local",
      "data-testid": "clock-to",
      "aria-label": "Move the clock to (Indian time)",
    });
    const go = el(
      "form",
      { class: "clock-go", onsubmit: (event) => this.go(event) },
      this.to,
      el("button", { type: "submit", class: "small-button", "data-testid": "clock-go", text: "Move" }),
    );
    this.panel = el(
      "section",
      { class: "clock", "aria-label": "The sandbox's clock" },
      el("p", { class: "sandbox-note" }, icon("warning", "icon small"), "Sandbox – nothing here is real money"),
      el("div", { class: "clock-face" }, this.time, el("span", { class: "clock-words" }, this.date, this.ahead)),
      el(
        "div",
        { class: "clock-steps" },
        STEPS.map(([label, seconds]) =>
          button(label, {
            class: "small-button",
            "data-testid": `clock-advance-${seconds}`,
            onclick: () => this.move({ advance: seconds }),
          }),
        ),
      ),
      go,
    );
    byId("clock-home").append(this.panel);
  }

  /** A small clock for narrow pages. */
  chip() {
    const face = el("span", { class: "chip-time" });
    this.chips.push(face);
    return button(
      "The sandbox's clock",
      { class: "clock-chip", "data-testid": "clock-chip", onclick: () => this.openDialog() },
      icon("clock", "icon small"),
      face,
    );
  }

  tick() {
    if (!this.store.clock) return;
    const now = this.store.now();
    this.time.textContent = clockSeconds(now);
    this.date.textContent = `${longDate(now)} · IST`;
    const { offset } = this.store.clock;
    this.ahead.textContent = offset >= 1 ? `${span(offset)} ahead of real time` : "Real time";
    for (const face of this.chips) face.textContent = clockTime(now);
    if (document.activeElement !== this.to) this.to.min = fieldValue(now);
    if (!this.to.value) this.to.value = fieldValue(now + 60_000);
  }

  async move(step) {
    try {
      this.store.setClock(await moveClock(step));
      toast(`The clock says ${clockTime(this.store.now())}, ${longDate(this.store.now())}`);
    } catch (error) {
      toast(error.message);
    }
  }

  go(event) {
    event.preventDefault();
    if (!this.to.value) return;
    const wanted = fieldToIso(this.to.value);
    if (Date.parse(wanted) < this.store.now()) toast("The clock moves forward only");
    else this.move({ to: wanted });
  }

  openDialog() {
    openDialog({
      title: "Clock",
      testid: "clock-dialog",
      body: [this.panel],
      buttons: (close) => [button("Done", { class: "text-button strong", onclick: close })],
      onclose: () => byId("clock-home").append(this.panel),
    });
  }
}
