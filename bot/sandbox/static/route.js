/** Which chat is open, kept in the address: #chat=ID&topic=ID (and &start=WORD for a deep link). */

/** -> {chat, topic, start}; ids are numbers or null. */
export function readRoute() {
  const words = new URLSearchParams(location.hash.slice(1));
  const id = (name) => (/^-?\d+$/.test(words.get(name) ?? "") ? Number(words.get(name)) : null);
  return { chat: id("chat"), topic: id("topic"), start: words.get("start") };
}

/** Open a chat (null: the list). `replace` leaves no step in the browser's history. */
export function goTo(chat, topic = null, replace = false) {
  const hash = chat === null ? "" : `#chat=${chat}${topic === null ? "" : `&topic=${topic}`}`;
  const address = location.pathname + location.search + hash;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  window.dispatchEvent(new Event("hashchange"));
}
