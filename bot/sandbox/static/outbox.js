/** What a person sends: shown at once, sent one after the other, taken back with a reason when it fails. */

import { send, sendFile } from "/static/api.js";
import { topicOf } from "/static/thread.js";

let serial = 0;

/** Sends for whoever's phone is open in `store`. */
export class Outbox {
  constructor(store) {
    this.store = store;
    this.queue = Promise.resolve();
  }

  text(text, replyTo = null) {
    return this.post({ text }, { text }, replyTo);
  }

  contact(contact, replyTo = null) {
    return this.post({ contact }, { contact }, replyTo);
  }

  location(location) {
    return this.post({ location }, { location });
  }

  sticker(emoji) {
    return this.post({ sticker: { emoji } }, { sticker: { emoji } });
  }

  voice(duration) {
    return this.post({ voice: { duration } }, { voice: { duration } });
  }

  /** `kind` is photo or document; `size` {width, height} of a photo. */
  file(file, kind, caption, size) {
    const shown =
      kind === "photo"
        ? { photo: [{ ...size, address: URL.createObjectURL(file) }] }
        : { document: { file_name: file.name, file_size: file.size } };
    return this.enqueue(this.draft({ ...shown, caption: caption || undefined }, null), (draft, place) =>
      sendFile(draft.chat.id, file, kind, { ...place, caption }),
    );
  }

  /** Send a failed message once more. */
  retry(key) {
    const draft = this.store.pending.find((one) => one.key === key);
    if (draft) this.attempt({ ...draft, failed: null, sending: false }, draft);
  }

  post(body, shown, replyTo = null) {
    return this.enqueue(this.draft(shown, replyTo), (draft, place) => send(draft.chat.id, { ...body, ...place }));
  }

  draft(shown, replyTo) {
    const { store } = this;
    const target = replyTo ? store.thread().find(replyTo) : undefined;
    const topic = target ? topicOf(target) : store.open.topic;
    return {
      ...shown,
      key: `draft-${(serial += 1)}`,
      sending: false,
      from: store.viewer(),
      chat: { id: store.open.chat },
      date: Math.floor(store.now() / 1000),
      reply_to_message: target,
      replyTo,
      ...(topic > 1 ? { is_topic_message: true, message_thread_id: topic } : {}),
    };
  }

  enqueue(draft, request) {
    return this.attempt({ ...draft, request });
  }

  attempt(draft, old = null) {
    this.exchange(old, draft);
    this.queue = this.queue.then(() => this.deliver(draft));
    return this.queue;
  }

  async deliver(draft) {
    draft.sending = true;
    try {
      const message = await draft.request(draft, {
        user_id: draft.from.id,
        topic_id: draft.message_thread_id,
        reply_to: draft.replyTo ?? undefined,
      });
      this.store.putMessage({ from_bot: false, ...message });
      this.exchange(draft, null);
    } catch (error) {
      this.exchange(draft, { ...draft, sending: false, failed: `Not sent: ${error.message}.` });
    }
  }

  exchange(old, draft) {
    const { pending } = this.store;
    const at = pending.indexOf(old);
    if (at !== -1) pending.splice(at, 1);
    if (draft) pending.push(draft);
    const { chat } = draft ?? old;
    this.store.emit("messages", { chat: chat.id, added: draft ?? undefined });
  }
}
