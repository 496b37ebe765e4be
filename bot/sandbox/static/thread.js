/** The loaded messages of one chat or of one topic in it, oldest first. */

import { getMessages } from "/static/api.js";

const PAGE = 50;
export const GENERAL = 1;

/** `topic` null: everything in the chat. */
export class Thread {
  constructor(chat, topic) {
    this.chat = chat;
    this.topic = topic;
    this.messages = [];
    this.more = true;
    this.loaded = false;
    this.loading = null;
  }

  /** Does the message belong here? Topic 1 is General: what has no topic. */
  holds(message) {
    if (message.chat.id !== this.chat) return false;
    return this.topic === null || topicOf(message) === this.topic;
  }

  /** Load the newest page, or the page before what is here; one request at a time. */
  load() {
    if (!this.more) return Promise.resolve();
    this.loading ??= this.fetchPage().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async fetchPage() {
    const before = this.loaded ? this.messages[0]?.message_id : undefined;
    const page = await getMessages(this.chat, this.topic, before, PAGE);
    for (const message of page.messages) if (!this.find(message.message_id)) this.put(message);
    this.more = page.more;
    this.loaded = true;
  }

  find(id) {
    return this.messages.find((message) => message.message_id === id);
  }

  /** Add the message, or replace the one with its id. */
  put(message) {
    const at = this.messages.findIndex((other) => other.message_id >= message.message_id);
    if (at === -1) this.messages.push(message);
    else this.messages.splice(at, this.messages[at].message_id === message.message_id ? 1 : 0, message);
  }

  drop(id) {
    this.messages = this.messages.filter((message) => message.message_id !== id);
  }
}

/** The topic a forum's message is in; General when it names none. */
export function topicOf(message) {
  return message.is_topic_message || message.forum_topic_created ? message.message_thread_id : GENERAL;
}
