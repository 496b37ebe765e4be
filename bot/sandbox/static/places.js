/** Places on the map: those one can send, and how a sent one looks. */

import { el } from "/static/dom.js";
import { icon } from "/static/icons.js";

/** Where a passenger may say to be; the first one is meant unless another is chosen. */
export const PLACES = [
  ["New Delhi", 28.643, 77.2197],
  ["Mumbai CSMT", 18.9402, 72.8356],
  ["Howrah", 22.5839, 88.3426],
  ["Chennai Central", 13.0827, 80.2757],
  ["Bengaluru", 12.9784, 77.5695],
  ["Patna", 25.6033, 85.1376],
  ["Lucknow", 26.8315, 80.9236],
  ["Jaipur", 26.9196, 75.788],
  ["In the sea, far from any station", 15.0, 68.0],
];

/** A small drawn map with a pin; the address opens only when it is pressed. */
export function placeCard(location, title, address) {
  const { latitude, longitude } = location;
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const known = PLACES.find(([, lat, lon]) => Math.abs(lat - latitude) < 0.02 && Math.abs(lon - longitude) < 0.02);
  const heading = title ?? known?.[0] ?? "Location";
  return el(
    "a",
    {
      class: "place",
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-label": `${heading}, ${where}: open a map in a new tab`,
      href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=14/${latitude}/${longitude}`,
    },
    el("span", { class: "map" }, icon("pin", "icon map-pin")),
    el(
      "span",
      { class: "place-words" },
      el("b", { text: heading }),
      el("span", { class: "file-size", text: address ?? where }),
    ),
  );
}
