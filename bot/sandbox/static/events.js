/** The stream of what happens in the sandbox, picked up again where it broke off. */

import { ofBot } from "/static/api.js";

const LONGEST_PAUSE = 5_000;

/** Calls `onEvent(event)` for each event after `seq`, and `onLive(true|false)` as the line comes and goes. */
export class EventStream {
  constructor(seq, onEvent, onLive) {
    this.seq = seq;
    this.onEvent = onEvent;
    this.onLive = onLive;
    this.pause = 300;
    this.open();
  }

  open() {
    const query = this.seq === undefined ? "" : `?after=${this.seq}`;
    this.source = new EventSource(ofBot(`/page/events${query}`));
    this.source.onopen = () => this.live();
    this.source.onmessage = (message) => this.take(message);
    this.source.onerror = () => this.broken();
  }

  close() {
    clearTimeout(this.timer);
    this.source.close();
  }

  live() {
    this.pause = 300;
    this.onLive(true);
  }

  take(message) {
    const event = JSON.parse(message.data);
    const seq = message.lastEventId ? Number(message.lastEventId) : undefined;
    const seen = seq !== undefined && this.seq !== undefined && seq <= this.seq;
    if (seen && event.type !== "reset") return;
    if (seq !== undefined) this.seq = seq;
    this.onEvent(event);
  }

  // A browser stops trying for good after an HTTP error, so a new source is opened instead of waiting for it.
  broken() {
    this.onLive(false);
    this.source.close();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }
}
