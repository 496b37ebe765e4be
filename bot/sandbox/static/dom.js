/** Builds DOM nodes; text only ever becomes text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An element: `on*` are listeners, `text` is its text, true/false/null are flags, the rest are attributes. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value);
  node.append(...present(children));
  return node;
}

/** A real button with a name that is read aloud. */
export function button(label, attributes = {}, ...children) {
  const named = children.length ? { "aria-label": label, title: label } : { text: label };
  return el("button", { type: "button", ...named, ...attributes }, ...children);
}

/** A 24x24 line drawing; `shapes` are SVG path data. */
export function drawing(shapes, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  for (const shape of shapes) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

/** Put `children` in place of what `parent` holds. */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
}

/** The element of index.html with this id. */
export function byId(id) {
  return document.getElementById(id);
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function assign(node, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "text") node.textContent = value;
  else node.setAttribute(name, value === true ? "" : value);
}
