/** Puts the chat page together. */

import { getState } from "/static/api.js";
import { ClockPanel } from "/static/clock.js";
import { Composer } from "/static/composer.js";
import { byId } from "/static/dom.js";
import { EventStream } from "/static/events.js";
import { Greeting } from "/static/greeting.js";
import { Header } from "/static/header.js";
import { MessageList } from "/static/messages.js";
import { Outbox } from "/static/outbox.js";
import { Presses } from "/static/presses.js";
import { goTo, readRoute } from "/static/route.js";
import { Sidebar } from "/static/sidebar.js";
import { Store } from "/static/store.js";

const store = new Store();
const outbox = new Outbox(store);
let stream = null;

function build() {
  const clock = new ClockPanel(store);
  new Sidebar(store);
  new Header(store, clock);
  const list = new MessageList(store);
  const composer = new Composer(store, outbox);
  new Greeting(store);
  new Presses(store, list, outbox, composer);
  window.addEventListener("hashchange", follow);
  document.addEventListener("visibilitychange", () => store.read());
}

/** Show what the address names; a wide page with no address opens the first passenger. */
function follow() {
  const { chat, topic, start } = readRoute();
  if (chat === null && matchMedia("(min-width: 721px)").matches && store.chats.size) {
    goTo([...store.chats.keys()][0], null, true);
    return;
  }
  const known = store.chats.has(chat) ? chat : null;
  store.startWord = start;
  document.body.dataset.view = known === null ? "list" : "chat";
  if (known !== store.open.chat || topic !== store.open.topic) store.show(known, topic);
  else store.emit("chats");
}

async function load() {
  const state = await getState();
  store.replace(state);
  document.title = `${store.bot.name} · Sandbox`;
  store.open = { chat: undefined, topic: null };
  follow();
  stream?.close();
  stream = new EventStream(state.seq, onEvent, showLine);
}

function onEvent(event) {
  if (event.type === "reset") start();
  else store.apply(event);
}

function showLine(live) {
  byId("connection").textContent = live ? "Telegram on this computer" : "Connecting…";
  document.body.classList.toggle("offline", !live);
}

async function start() {
  try {
    await load();
  } catch {
    showLine(false);
    setTimeout(start, 1_000);
  }
}

build();
start();
