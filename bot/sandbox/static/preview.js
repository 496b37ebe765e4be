/** A message in one line: for the list of chats, for quotes, for screen readers. */

const KINDS = [
  ["photo", () => "Photo"],
  ["document", (message) => message.document.file_name ?? "File"],
  ["sticker", (message) => `${message.sticker.emoji ?? ""} Sticker`.trim()],
  ["voice", () => "Voice message"],
  ["contact", (message) => `Contact: ${message.contact.first_name}`],
  ["venue", (message) => message.venue.title],
  ["location", () => "Location"],
  ["video", () => "Video"],
  ["audio", () => "Audio"],
  ["animation", () => "GIF"],
  ["dice", (message) => message.dice.emoji],
];

/** Its text or caption, else what kind of message it is. */
export function preview(message) {
  const kind = KINDS.find(([name]) => message[name]);
  const words = message.text ?? message.caption;
  if (words) return words.replace(/\s+/g, " ").slice(0, 200);
  return (kind && kind[1](message)) ?? serviceText(message) ?? "Message";
}

const SERVICE = {
  forum_topic_created: (value) => `Topic “${value.name}” was created`,
  forum_topic_edited: (value) => (value.name ? `Topic was renamed to “${value.name}”` : "Topic was changed"),
  forum_topic_closed: () => "Topic was closed",
  forum_topic_reopened: () => "Topic was reopened",
  pinned_message: (value) => `Pinned “${preview(value).slice(0, 40)}”`,
  new_chat_members: (value) => `${value.map((user) => user.first_name).join(", ")} joined`,
  left_chat_member: (value) => `${value.first_name} left`,
  new_chat_title: (value) => `Group was renamed to “${value}”`,
  group_chat_created: () => "Group was created",
  supergroup_chat_created: () => "Group was created",
  write_access_allowed: () => "The bot may write messages",
};

/** What a service message says ("Topic was closed"), or undefined for an ordinary message. */
export function serviceText(message) {
  for (const [name, say] of Object.entries(SERVICE)) {
    if (message[name] !== undefined && message[name] !== null) return say(message[name]);
  }
  return undefined;
}

/** Asha Verma */
export function fullName(user) {
  return user ? [user.first_name, user.last_name].filter(Boolean).join(" ") : "Someone";
}
