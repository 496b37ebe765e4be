/** New passengers, and their switch for blocking the bot. */

import { addUser, setBlocked } from "/static/api.js";
import { cancelAnd, confirmBox, field, openDialog } from "/static/dialog.js";
import { el } from "/static/dom.js";
import { goTo } from "/static/route.js";

const LANGUAGES = [
  ["en", "English"],
  ["hi", "हिन्दी (Hindi)"],
  ["ta", "தமிழ் (Tamil)"],
  ["bn", "বাংলা (Bengali)"],
];

/** Ask for name, phone and language, then open the new passenger's chat. */
export function newPassenger(store) {
  const first = field("First name", {
    required: true,
    maxlength: 64,
    "data-testid": "passenger-first-name",
    autofocus: true,
  });
  const last = field("Last name", { maxlength: 64, "data-testid": "passenger-last-name" });
  const phone = field("Phone", {
    type: "tel",
    value: freePhone(store),
    pattern: "\\+?[0-9 ]{7,20}",
    "data-testid": "passenger-phone",
  });
  const language = el(
    "select",
    { class: "field-input", "data-testid": "passenger-language" },
    LANGUAGES.map(([code, name]) => el("option", { value: code, text: name })),
  );
  openDialog({
    title: "New passenger",
    testid: "passenger-dialog",
    buttons: cancelAnd("Add", "passenger-add"),
    body: [
      el("p", { class: "hint", text: "Somebody with a phone of their own who has not yet met the bot." }),
      first.node,
      last.node,
      phone.node,
      el("label", { class: "field" }, el("span", { class: "field-label", text: "Telegram’s language" }), language),
    ],
    submit: async () => {
      const user = await addUser({
        first_name: first.input.value.trim(),
        last_name: last.input.value.trim(),
        phone: phone.input.value.replace(/\s/g, ""),
        language_code: language.value,
      });
      store.apply({ type: "user", user });
      if (!store.chats.has(user.id)) {
        store.apply({
          type: "chat",
          chat: { id: user.id, type: "private", user_id: user.id, title: user.first_name, unread: 0, last: null },
        });
      }
      goTo(user.id);
    },
  });
}

/** Block the bot after a question, or let it write again at once. */
export function switchBlocked(store, chat, blocked) {
  const change = async () => {
    await setBlocked(chat.user_id ?? chat.id, blocked);
    store.apply({ type: "chat", chat: { ...store.chats.get(chat.id), blocked } });
  };
  if (!blocked) return change();
  return confirmBox(
    "Block the bot?",
    `${store.bot.name} can then send nothing to this passenger.`,
    "Block",
    change,
    "block",
  );
}

function freePhone(store) {
  const taken = new Set([...store.users.values()].map((user) => user.phone));
  for (let number = 9_876_500_004; ; number += 1) if (!taken.has(`+91${number}`)) return `+91${number}`;
}
