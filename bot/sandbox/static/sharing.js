/** Dialogs for what is sent besides text: places, other people's contacts, files. */

import { cancelAnd, field, openDialog } from "/static/dialog.js";
import { el } from "/static/dom.js";
import { PLACES } from "/static/places.js";

/** Let a person choose where to be; `use({latitude, longitude})`. */
export function chooseLocation(use) {
  const latitude = field("Latitude", {
    type: "number",
    step: "any",
    min: -90,
    max: 90,
    required: true,
    "data-testid": "latitude",
  });
  const longitude = field("Longitude", {
    type: "number",
    step: "any",
    min: -180,
    max: 180,
    required: true,
    "data-testid": "longitude",
  });
  const take = ([, lat, lon]) => {
    latitude.input.value = lat;
    longitude.input.value = lon;
  };
  const choices = PLACES.map((place, i) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "place", checked: i === 0, onchange: () => take(place) }),
      place[0],
    ),
  );
  take(PLACES[0]);
  openDialog({
    title: "Send a location",
    testid: "location-dialog",
    buttons: cancelAnd("Send", "location-ok"),
    body: [
      el(
        "fieldset",
        { class: "choices" },
        el("legend", { class: "field-label", text: "Where is this phone?" }),
        choices,
      ),
      el("div", { class: "two-fields" }, latitude.node, longitude.node),
    ],
    submit: () => {
      use({ latitude: Number(latitude.input.value), longitude: Number(longitude.input.value) });
    },
  });
}

/** Ask for somebody else's contact; `use({phone_number, first_name})`. */
export function chooseContact(use) {
  const name = field("Name", { required: true, value: "Kavita Rao", "data-testid": "contact-name", autofocus: true });
  const phone = field("Phone", { required: true, type: "tel", value: "+919800000007", "data-testid": "contact-phone" });
  openDialog({
    title: "Send someone’s contact",
    testid: "contact-dialog",
    buttons: cancelAnd("Send", "contact-ok"),
    body: [name.node, phone.node],
    submit: () => {
      use({ phone_number: phone.input.value.trim(), first_name: name.input.value.trim() });
    },
  });
}

/** Show the chosen file with a caption before it is sent; `use(file, kind, caption, size)`. */
export async function chooseCaption(file, kind, use) {
  const address = URL.createObjectURL(file);
  const size = kind === "photo" ? await imageSize(address) : null;
  const asPhoto = Boolean(size);
  const caption = field("Caption", { maxlength: 1024, "data-testid": "caption", autofocus: true });
  const picture = asPhoto
    ? el("img", { class: "upload-photo", src: address, alt: file.name })
    : el("p", { class: "upload-name" }, el("b", { text: file.name }), ` ${Math.ceil(file.size / 1024)} KB`);
  openDialog({
    title: asPhoto ? "Send a photo" : "Send a file",
    testid: "upload-dialog",
    body: [picture, caption.node],
    buttons: cancelAnd("Send", "upload-ok"),
    onclose: () => URL.revokeObjectURL(address),
    submit: () => {
      use(file, asPhoto ? "photo" : "document", caption.input.value.trim(), size);
    },
  });
}

function imageSize(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => resolve(null);
    image.src = address;
  });
}
