/** The sandbox's page API, one function a request. All of them reject with the server's own words. */

/** `chat` and `topic` are ids; `before` is a message id. */
export function getMessages(chat, topic, before, limit = 50) {
  const query = new URLSearchParams({ limit });
  if (before) query.set("before", before);
  if (topic) query.set("topic", topic);
  return request(`/page/chats/${chat}/messages?${query}`);
}

export const getState = () => request("/page/state");
export const getCommands = (chat, user) => request(`/page/commands?chat_id=${chat}&user_id=${user}`);
export const addUser = (user) => post("/page/users", user);
export const send = (chat, body) => post(`/page/chats/${chat}/send`, body);
export const edit = (chat, body) => post(`/page/chats/${chat}/edit`, body);
export const pressButton = (body) => post("/page/callback", body);
export const markRead = (chat, user) => post(`/page/chats/${chat}/open`, { user_id: user });
export const setBlocked = (user, blocked) => post(`/page/users/${user}/block`, { blocked });
export const moveClock = (move) => post("/clock", move);
export const fileAddress = (fileId) => ofBot(`/page/file/${encodeURIComponent(fileId)}`);

/** Upload a file as `kind` photo or document; `fields` are the message's other parts. */
export function sendFile(chat, file, kind, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== "") form.set(name, value);
  }
  form.set("kind", kind);
  form.set("file", file, file.name);
  return request(`/page/chats/${chat}/send`, { method: "POST", body: form });
}

function post(path, body) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** The same address for the bot that ?bot=ID names, where the sandbox holds several. */
export function ofBot(path) {
  const bot = new URLSearchParams(location.search).get("bot");
  return bot ? `${path}${path.includes("?") ? "&" : "?"}bot=${encodeURIComponent(bot)}` : path;
}

async function request(path, options = {}) {
  const response = await fetch(ofBot(path), options);
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const why = body.error ?? body.description ?? `the sandbox answered ${response.status}`;
  throw Object.assign(new Error(why), { status: response.status });
}
