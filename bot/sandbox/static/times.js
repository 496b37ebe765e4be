/** Times as the railway's passengers read them: Asia/Kolkata, whatever zone this computer is in. */

const ZONE = "Asia/Kolkata";
const DAY = 86_400_000;

const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });
const CLOCK = format({ hour: "2-digit", minute: "2-digit" });
const SECONDS = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DATE = format({ day: "numeric", month: "long" });
const DATE_YEAR = format({ day: "numeric", month: "long", year: "numeric" });
const SHORT_DATE = format({ day: "2-digit", month: "2-digit", year: "2-digit" });
const WEEKDAY = format({ weekday: "short" });
const LONG = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const KEY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

/** 14:05 */
export const clockTime = (ms) => CLOCK.format(ms);

/** 14:05:09 */
export const clockSeconds = (ms) => SECONDS.format(ms);

/** Mon, 23 Nov 2026 */
export const longDate = (ms) => LONG.format(ms);

/** 2026-11-23: equal for moments on the same day in India. */
export const dayKey = (ms) => KEY.format(ms);

/** Today, Yesterday, 23 November, or with the year when it is another one. */
export function dayLabel(ms, now) {
  if (dayKey(ms) === dayKey(now)) return "Today";
  if (dayKey(ms) === dayKey(now - DAY)) return "Yesterday";
  return dayKey(ms).slice(0, 4) === dayKey(now).slice(0, 4) ? DATE.format(ms) : DATE_YEAR.format(ms);
}

/** What a list of chats shows: the time today, a weekday this week, else the date. */
export function listTime(ms, now) {
  if (dayKey(ms) === dayKey(now)) return clockTime(ms);
  return now - ms < 6 * DAY ? WEEKDAY.format(ms) : SHORT_DATE.format(ms);
}

/** The value of a datetime-local field at this moment in India. */
export const fieldValue = (ms) => `${dayKey(ms)}T${clockTime(ms)}`;

/** ISO time of a datetime-local field filled in for India. */
export const fieldToIso = (value) => `${value.slice(0, 16)}:00+05:30`;

/** 0:07 for seven seconds. */
export const duration = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** 2 d 3 h, for how far the sandbox is ahead. */
export function span(seconds) {
  const units = [
    ["d", 86_400],
    ["h", 3_600],
    ["min", 60],
  ];
  const parts = [];
  let rest = Math.round(seconds);
  for (const [name, size] of units) {
    if (rest >= size) parts.push(`${Math.floor(rest / size)} ${name}`);
    rest %= size;
  }
  return parts.slice(0, 2).join(" ") || `${Math.round(seconds)} s`;
}
