// The convolution stepper: a filter of 3 × 3 weights moves over a real digit and builds its map.

courseLive.each("convolution", (piece) => {
  const SIDE = 28;
  const WINDOW = 3;
  const PLACES = SIDE - WINDOW + 1;
  const STEP_TIME = 40; // milliseconds for each place while it plays

  const ninth = 0.111;
  const presets = {
    "lower edges": [1, 1, 1, 0, 0, 0, -1, -1, -1],
    "right edges": [1, 0, -1, 1, 0, -1, 1, 0, -1],
    "slanted strokes": [-1, -1, 2, -1, 2, -1, 2, -1, -1],
    blur: Array(9).fill(ninth),
    sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
    outline: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
    unchanged: [0, 0, 0, 0, 1, 0, 0, 0, 0],
  };

  const find = (selector) => piece.querySelector(selector);
  const image = find(".conv-image");
  const map = find(".conv-map");
  const relu = find(".conv-relu");
  const preset = find(".conv-preset");
  const digit = find(".conv-digit");

  let pixels = null; // 784 numbers from 0 to 1
  let weights = presets["lower edges"].slice();
  let place = { row: 0, column: 0 };
  let visited = new Set(); // places whose sum stands on the map, as row · 26 + column
  let playing = null;

  const numberOf = ({ row, column }) => row * PLACES + column;
  const taps = Array.from({ length: WINDOW * WINDOW }, (_, i) => i);
  const pixelAt = ({ row, column }, tap) =>
    pixels[(row + Math.floor(tap / WINDOW)) * SIDE + column + (tap % WINDOW)];
  const sumAt = (there) => taps.reduce((sum, tap) => sum + pixelAt(there, tap) * weights[tap], 0);

  // --- controls ------------------------------------------------------------------------------------

  [...Object.keys(presets), "your own"].forEach((name) => preset.add(new Option(name)));
  courseLive.digits.forEach((_, i) => digit.add(new Option(i)));
  digit.value = "7";

  const inputs = taps.map((tap) => {
    const input = document.createElement("input");
    input.type = "number";
    input.step = "any";
    input.setAttribute("aria-label", `Weight in row ${Math.floor(tap / WINDOW) + 1}, column ${(tap % WINDOW) + 1}`);
    input.addEventListener("input", () => {
      weights[tap] = Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : 0;
      preset.value = "your own";
      show();
    });
    find(".conv-weights").append(input);
    return input;
  });
  const pixelCells = cells(find(".conv-pixels tbody"));
  const productCells = cells(find(".conv-products tbody"));

  function cells(body) {
    return taps.map((tap) => (tap % WINDOW === 0 ? body.insertRow() : body.lastElementChild).insertCell());
  }

  preset.addEventListener("change", () => {
    if (preset.value in presets) weights = presets[preset.value].slice();
    setInputs();
    show();
  });
  digit.addEventListener("change", () => { choose(); show(); });
  relu.addEventListener("change", show);

  function setInputs() {
    inputs.forEach((input, tap) => { input.value = weights[tap]; });
  }

  function choose() {
    pixels = Float64Array.from(courseLive.bytes(courseLive.digits[Number(digit.value)]), (b) => b / 255);
    image.setAttribute("aria-label", `A handwritten ${digit.value}. The arrow keys move the window.`);
  }

  // --- moving --------------------------------------------------------------------------------------

  function go(row, column) {
    const within = (value) => Math.min(Math.max(value, 0), PLACES - 1);
    place = { row: within(row), column: within(column) };
    visited.add(numberOf(place));
  }

  function step() {
    const next = (numberOf(place) + 1) % (PLACES * PLACES);
    go(Math.floor(next / PLACES), next % PLACES);
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    find('[data-do="play"]').textContent = "Play";
    find('[data-do="play"]').setAttribute("aria-pressed", "false");
  }

  function play() {
    find('[data-do="play"]').textContent = "Pause";
    find('[data-do="play"]').setAttribute("aria-pressed", "true");
    if (visited.size === PLACES * PLACES) visited = new Set();
    playing = setInterval(() => {
      step();
      if (numberOf(place) === PLACES * PLACES - 1) stop();
      show();
    }, STEP_TIME);
  }

  const actions = {
    step() { stop(); step(); tell(); },
    play() { if (playing) stop(); else play(); },
    fill() {
      stop();
      for (let i = 0; i < PLACES * PLACES; i += 1) visited.add(i);
      find('[role="status"]').textContent = "All 676 sums stand on the map.";
    },
    again() { stop(); visited = new Set(); go(0, 0); tell(); },
  };
  Object.entries(actions).forEach(([name, act]) => {
    find(`[data-do="${name}"]`).addEventListener("click", () => { act(); show(); });
  });
  // A moving window helps nobody who asked for less motion; "Fill the map" shows the same.
  if (courseLive.lessMotion()) find('[data-do="play"]').hidden = true;

  const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  image.addEventListener("keydown", (event) => {
    if (!(event.key in arrows) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    stop();
    go(place.row + arrows[event.key][0], place.column + arrows[event.key][1]);
    tell();
    show();
  });

  function follow(event) {
    const box = image.getBoundingClientRect();
    go(Math.floor(((event.clientY - box.top) / box.height) * SIDE) - 1,
      Math.floor(((event.clientX - box.left) / box.width) * SIDE) - 1);
    show();
  }
  image.addEventListener("pointerdown", (event) => {
    stop();
    image.setPointerCapture(event.pointerId);
    follow(event);
  });
  image.addEventListener("pointermove", (event) => {
    if (image.hasPointerCapture(event.pointerId)) follow(event);
  });

  function tell() {
    find('[role="status"]').textContent = `Row ${place.row + 1}, column ${place.column + 1}: `
      + `sum ${courseLive.number(sumAt(place))}`;
  }

  // --- what is shown -------------------------------------------------------------------------------

  function show() {
    taps.forEach((tap) => {
      const pixel = pixelAt(place, tap);
      pixelCells[tap].textContent = courseLive.number(pixel);
      productCells[tap].textContent = courseLive.number(pixel * weights[tap]);
    });
    const sum = sumAt(place);
    const kept = relu.checked ? Math.max(sum, 0) : sum;
    find(".conv-total").textContent = `Row ${place.row + 1}, column ${place.column + 1}: the nine `
      + `products add up to ${courseLive.number(sum)}`
      + (!relu.checked ? "." : sum > 0 ? ", and ReLU keeps it." : ", and ReLU makes it 0.");
    squares(image, SIDE, (i) => courseLive.gray(1)(pixels[i]));
    frame(image, SIDE, WINDOW);
    // The largest sum that pixels from 0 to 1 allow; it keeps the colors steady on the way.
    const parts = [1, -1].map((sign) => weights.reduce((s, w) => s + Math.max(sign * w, 0), 0));
    const color = courseLive.signed(Math.max(...parts));
    squares(map, PLACES, (i) => {
      if (!visited.has(i)) return [58, 62, 70];
      const value = sumAt({ row: Math.floor(i / PLACES), column: i % PLACES });
      return color(relu.checked ? Math.max(value, 0) : value);
    });
    frame(map, PLACES, 1);
    map.setAttribute("aria-label", `The map of sums: ${visited.size} of ${PLACES * PLACES} places `
      + `filled; ${courseLive.number(kept)} at row ${place.row + 1}, column ${place.column + 1}.`);
  }

  function squares(canvas, side, color) {
    const context = canvas.getContext("2d");
    const size = canvas.width / side;
    for (let i = 0; i < side * side; i += 1) {
      context.fillStyle = `rgb(${color(i).join(" ")})`;
      context.fillRect((i % side) * size, Math.floor(i / side) * size, size, size);
    }
  }

  function frame(canvas, side, window) {
    const context = canvas.getContext("2d");
    const size = canvas.width / side;
    for (const [color, width] of [["#000", 8], ["#ff9e2c", 4]]) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.strokeRect(place.column * size, place.row * size, window * size, window * size);
    }
  }

  choose();
  setInputs();
  go(0, 0);
  show();
});
