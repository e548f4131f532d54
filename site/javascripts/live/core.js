// What all live pieces share: one name for their parts, and a few helpers.
//
// These are plain deferred scripts and no modules, since browsers load modules from a server only,
// and the pages have to work from a folder too.

var courseLive = window.courseLive ?? {};

// Call `start(piece)` for each piece of a kind on the page. Its markup is in the page already.
courseLive.each = (kind, start) => {
  document.querySelectorAll(`[data-live="${kind}"]`).forEach((piece) => {
    start(piece);
    piece.classList.add("live-ready");
  });
};

// Fetch a script that lies beside this one, once a piece of a kind is less than a screen away.
courseLive.address = document.currentScript.src;
courseLive.fetchFor = (kind, name) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  Object.assign(script, { src: new URL(name, courseLive.address), onload: resolve, onerror: reject });
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    document.head.append(script);
  }, { rootMargin: "100%" });
  // The page itself comes first.
  window.addEventListener("load", () => {
    document.querySelectorAll(`[data-live="${kind}"]`).forEach((piece) => watch.observe(piece));
  });
});

// The measured results that the page carries for a kind of piece.
courseLive.dataFor = (kind) =>
  JSON.parse(document.querySelector(`script.live-data[data-for="${kind}"]`).textContent);

courseLive.lessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Bytes from base64.
courseLive.bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// Paint a height × width array on a canvas, one pixel for each value. `color(value)` gives
// [red, green, blue].
courseLive.paint = (canvas, values, height, width, color) => {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i += 1) {
    image.data.set(color(values[i]), 4 * i);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
};

// Gray as MNIST is: 0 is black, `top` is white.
courseLive.gray = (top) => (value) => {
  const level = top > 0 ? Math.round((255 * Math.max(value, 0)) / top) : 0;
  return [level, level, level];
};

// Signed values: blue above zero, black at zero, orange below. The pair is told apart by every kind
// of color vision.
courseLive.signed = (top) => (value) => {
  const share = top > 0 ? Math.min(Math.abs(value) / top, 1) : 0;
  const full = value > 0 ? [126, 200, 255] : [255, 158, 44];
  return full.map((part) => Math.round(part * share));
};

courseLive.largest = (values) => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

// Numbers as the lessons write them: a real minus sign, at most `digits` after the point.
courseLive.number = (value, digits = 2) =>
  courseLive.withSign(value, String(Number(Math.abs(value).toFixed(digits))));

// The same with all of its digits, for numbers that stand in a column.
courseLive.fixed = (value, digits) => courseLive.withSign(value, Math.abs(value).toFixed(digits));

courseLive.withSign = (value, text) => (value < 0 && Number(text) !== 0 ? `−${text}` : text);

courseLive.count = (value) => value.toLocaleString("en-US");

courseLive.percent = (value, digits = 2) => `${(100 * value).toFixed(digits)}%`;

courseLive.duration = (seconds) => (seconds < 100 ? `${Math.round(seconds)} seconds`
  : seconds < 6000 ? `${Math.round(seconds / 60)} minutes` : `${(seconds / 3600).toFixed(1)} hours`);

courseLive.escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  .replaceAll('"', "&quot;");

// Fill a fieldset with radio buttons, [value, label] each, and call `choose(value)` on a change.
courseLive.choices = (fieldset, name, entries, choose) => {
  for (const [value, text] of entries) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name, value });
    input.addEventListener("change", () => choose(value));
    label.append(input, ` ${text}`);
    fieldset.append(label);
  }
};
