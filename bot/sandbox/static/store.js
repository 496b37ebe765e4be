/** What the page knows of the sandbox: people, chats, messages, the clock. Says `emit(what)` when something changes. */

import { markRead } from "/static/api.js";
import { preview } from "/static/preview.js";
import { Thread } from "/static/thread.js";

const TYPING_MS = 5_500;

/** Listeners are called with what changed: chats, messages, clock, typing, commands, open, answer, users. */
export class Store {
  constructor() {
    this.listeners = new Map();
    this.users = new Map();
    this.chats = new Map();
    this.threads = new Map();
    this.pending = [];
    this.typing = new Map();
    this.open = { chat: null, topic: null };
    this.skew = 0;
  }

  on(what, listener) {
    this.listeners.set(what, [...(this.listeners.get(what) ?? []), listener]);
  }

  emit(what, detail) {
    for (const listener of this.listeners.get(what) ?? []) listener(detail);
  }

  /** Take over GET /page/state. Messages are loaded again when they are next shown. */
  replace(state) {
    this.bot = { ...state.me.bot, name: state.me.bot.name || state.me.bot.username };
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.threads.clear();
    this.setClock(state.clock);
    this.emit("users");
    this.emit("chats");
  }

  setClock(clock) {
    this.clock = clock;
    this.skew = Date.parse(clock.now) - Date.now();
    this.emit("clock");
  }

  /** The sandbox's time in milliseconds. */
  now() {
    return Date.now() + this.skew;
  }

  /** The open chat, or undefined. */
  get chat() {
    return this.chats.get(this.open.chat);
  }

  /** Whose phone we look at: the passenger of a private chat, support's of a group. */
  viewer(chat = this.chat) {
    if (!chat) return undefined;
    if (chat.type === "private") return this.users.get(chat.user_id ?? chat.id);
    return [...this.users.values()].find((user) => user.staff);
  }

  thread(chat = this.open.chat, topic = this.open.topic) {
    const key = `${chat}/${topic ?? ""}`;
    if (!this.threads.has(key)) this.threads.set(key, new Thread(chat, topic));
    return this.threads.get(key);
  }

  show(chat, topic) {
    this.open = { chat, topic };
    this.emit("open");
    this.emit("chats");
  }

  /** Tell the sandbox that the open chat has been read. */
  async read() {
    const chat = this.chat;
    if (!chat || document.hidden || !chat.unread) return;
    chat.unread = 0;
    this.emit("chats");
    await markRead(chat.id, this.viewer(chat)?.id).catch(() => undefined);
  }

  /** One event of GET /page/events. */
  apply(event) {
    const handler = HANDLERS[event.type];
    if (handler) handler(this, event);
  }

  /** A message as it is now, new or edited. */
  putMessage(message) {
    for (const thread of this.threads.values()) if (thread.loaded && thread.holds(message)) thread.put(message);
  }
}

const HANDLERS = {
  message: (store, { message }) => takeMessage(store, message),
  edit(store, { message }) {
    store.putMessage(message);
    store.emit("messages", { chat: message.chat.id });
  },
  delete(store, event) {
    for (const thread of store.threads.values()) if (thread.chat === event.chat_id) thread.drop(event.message_id);
    store.emit("messages", { chat: event.chat_id });
  },
  callback_answer: (store, event) => store.emit("answer", event),
  chat_action(store, event) {
    store.typing.set(event.chat_id, {
      action: event.action,
      topic: event.topic_id ?? null,
      until: Date.now() + TYPING_MS,
    });
    store.emit("typing");
  },
  topic(store, { chat_id: id, topic }) {
    const chat = store.chats.get(id);
    if (!chat) return;
    chat.topics = [...(chat.topics ?? []).filter((other) => other.id !== topic.id), ...(topic.deleted ? [] : [topic])];
    chat.topics.sort((a, b) => a.id - b.id);
    store.emit("chats");
  },
  chat(store, { chat }) {
    store.chats.set(chat.id, { ...store.chats.get(chat.id), ...chat });
    store.emit("chats");
    if (chat.id === store.open.chat) store.read();
  },
  user(store, { user }) {
    store.users.set(user.id, user);
    store.emit("users");
    store.emit("chats");
  },
  commands: (store) => store.emit("commands"),
  clock: (store, { clock }) => store.setClock(clock),
};

function takeMessage(store, message) {
  const chat = store.chats.get(message.chat.id);
  if (chat) {
    chat.last = { text: preview(message), date: message.date };
    if (message.from_bot) store.typing.delete(chat.id);
    if (chat.id === store.open.chat) queueMicrotask(() => store.read());
  }
  if (!message.from_bot) settle(store, message);
  store.putMessage(message);
  store.emit("messages", { chat: message.chat.id, added: message });
  store.emit("chats");
  store.emit("typing");
}

// Sends go one after the other, so the first one on its way is the one that has just come back.
function settle(store, message) {
  const at = store.pending.findIndex(
    (draft) => draft.sending && draft.chat.id === message.chat.id && draft.from.id === message.from?.id,
  );
  if (at !== -1) store.pending.splice(at, 1);
}
