// Draw a digit: strokes on a pad, fitted as MNIST was made, read by the network in the page.

courseLive.draw = (piece) => {
  const PEN = 44; // in units of the pad, which is 560 wide whatever its size on the screen
  const KEY_STEP = 14;
  const SURE = 0.75; // below this probability the guess is called unsure
  const small = document.createElement("canvas"); // where maps are put together
  const smallContext = small.getContext("2d", { willReadFrequently: true });
  const CALM = 500; // milliseconds without a stroke after which a screen reader is told the guess

  const find = (selector) => piece.querySelector(selector);
  const pad = find(".draw-pad");
  const brush = pad.getContext("2d");
  const network = courseLive.network.load(courseLive.model);
  const bars = digitBars(find(".draw-bars tbody"));
  const layers = layerRows(find(".draw-layers"), network);

  let strokes = []; // of points [x, y]
  let current = null; // the stroke that is being drawn
  let pen = null; // where the keyboard's pen is; null while it was not used
  let show = null; // the example that is being drawn

  // --- drawing ---------------------------------------------------------------------------------

  function begin(x, y) {
    stopShow();
    current = [[x, y]];
    strokes.push(current);
  }

  function extend(x, y) {
    const [lastX, lastY] = current[current.length - 1];
    if (Math.hypot(x - lastX, y - lastY) >= 1) current.push([x, y]);
  }

  function end() {
    current = null;
    layers.sweep();
    announce();
  }

  function at(event) {
    const box = pad.getBoundingClientRect();
    const within = (value) => Math.min(Math.max(value, 0), pad.width);
    return [
      within(((event.clientX - box.left) / box.width) * pad.width),
      within(((event.clientY - box.top) / box.height) * pad.height),
    ];
  }

  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pad.setPointerCapture(event.pointerId);
    pen = null;
    begin(...at(event));
    update();
  });
  pad.addEventListener("pointermove", (event) => {
    if (!current || !pad.hasPointerCapture(event.pointerId)) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    (moves.length > 0 ? moves : [event]).forEach((move) => extend(...at(move)));
    update();
  });
  ["pointerup", "pointercancel"].forEach((name) => pad.addEventListener(name, () => {
    if (current) end();
    update();
  }));

  // --- keys: two arrows at once draw a slanted line ----------------------------------------------

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const held = new Set();

  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in arrows) {
      held.add(event.key);
      movePen();
    } else if (event.key === " ") {
      pen ??= [pad.width / 2, pad.height / 4];
      if (current) end();
      else begin(...pen);
      say(current ? "The pen is down." : "The pen is lifted.");
    } else if (event.key === "Backspace") {
      undo();
    } else if (event.key === "Delete") {
      clear();
    } else {
      return;
    }
    event.preventDefault();
    update();
  });
  pad.addEventListener("keyup", (event) => held.delete(event.key));
  pad.addEventListener("focus", () => {
    // A ring shows where the keyboard's pen stands, for those who came here by key.
    if (pad.matches(":focus-visible")) pen ??= [pad.width / 2, pad.height / 4];
    update();
  });
  pad.addEventListener("blur", () => {
    held.clear();
    if (pen && current) end();
    pen = null;
    update();
  });

  function movePen() {
    stopShow();
    pen ??= [pad.width / 2, pad.height / 4];
    for (const key of held) {
      pen = pen.map((value, axis) => {
        const edge = axis === 0 ? pad.width : pad.height;
        return Math.min(Math.max(value + KEY_STEP * arrows[key][axis], 0), edge);
      });
    }
    if (current) extend(...pen);
  }

  // --- buttons ---------------------------------------------------------------------------------

  function clear() {
    stopShow();
    strokes = [];
    current = null;
    say("The pad is empty.");
  }

  function undo() {
    stopShow();
    strokes.pop();
    current = null;
    announce();
  }

  find('[data-do="clear"]').addEventListener("click", () => { clear(); update(); });
  find('[data-do="undo"]').addEventListener("click", () => { undo(); update(); });

  // Digits of several writers, as recorded strokes. Each click takes the next writer's.
  for (let digit = 0; digit < 10; digit += 1) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = digit;
    const recorded = courseLive.examples.filter((example) => example.digit === digit);
    let next = 0;
    button.addEventListener("click", () => {
      play(recorded[next % recorded.length].strokes);
      next += 1;
    });
    find(".draw-examples").append(button);
  }

  function play(recording) {
    clear();
    const scaled = recording.map((stroke) => stroke.map((point) => point.map((v) => v * pad.width)));
    if (courseLive.lessMotion()) {
      strokes = scaled;
      announce();
      update();
      return;
    }
    const points = scaled.flatMap((stroke) => stroke.map((point, i) => [point, i === 0]));
    let done = 0;
    const began = performance.now();
    const frame = (now) => {
      const due = Math.min(Math.ceil(((now - began) / 900) * points.length), points.length);
      for (; done < due; done += 1) {
        const [point, isFirst] = points[done];
        if (isFirst) strokes.push([]);
        strokes[strokes.length - 1].push(point);
      }
      if (done < points.length) {
        show = requestAnimationFrame(frame);
      } else {
        show = null;
        layers.sweep();
        announce();
      }
      update();
    };
    show = requestAnimationFrame(frame);
  }

  function stopShow() {
    if (show !== null) cancelAnimationFrame(show);
    show = null;
  }

  // --- what is shown -----------------------------------------------------------------------------

  let frames = 0;
  let due = false;
  function update() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      paintPad();
      read();
    });
  }

  function paintPad() {
    brush.fillStyle = "#000";
    brush.fillRect(0, 0, pad.width, pad.height);
    brush.strokeStyle = "#fff";
    brush.lineWidth = PEN;
    brush.lineCap = "round";
    brush.lineJoin = "round";
    for (const stroke of strokes) {
      brush.beginPath();
      stroke.forEach(([x, y]) => brush.lineTo(x, y));
      if (stroke.length === 1) brush.lineTo(...stroke[0]);
      brush.stroke();
    }
    if (pen) {
      // Dark on light and light on dark, so that it is seen on ink and on the empty pad.
      for (const [color, width] of [["#000", 8], [current ? "#ff9e2c" : "#7ec8ff", 4]]) {
        brush.strokeStyle = color;
        brush.lineWidth = width;
        brush.beginPath();
        brush.arc(...pen, PEN / 2, 0, 2 * Math.PI);
        brush.stroke();
      }
    }
  }

  function read() {
    const pixels = courseLive.fitting.fit(strokes, pad.width, PEN);
    const outputs = pixels && courseLive.network.run(network, pixels);
    const probabilities = outputs && outputs[outputs.length - 1].data;
    piece.courseLiveReading = { pixels, probabilities };
    find(".draw-guess").textContent = sentence(probabilities);
    find(".draw-guess").dataset.sure = isSure(probabilities);
    bars(probabilities);
    // The layers are most of what there is to paint; while a stroke is drawn they follow in steps.
    frames += 1;
    if (!current || frames % 5 === 0) layers.fill(outputs);
    const seen = find(".draw-seen canvas");
    courseLive.paint(seen, pixels ?? new Float64Array(784), 28, 28, courseLive.gray(1));
    seen.setAttribute("aria-label", `What the network is shown: ${pixels ? "your digit in 28 × 28 "
      + "gray pixels" : "nothing yet"}.`);
  }

  function ranked(probabilities) {
    return Array.from(probabilities, (p, digit) => ({ p, digit })).sort((a, b) => b.p - a.p);
  }

  function isSure(probabilities) {
    return Boolean(probabilities) && Math.max(...probabilities) >= SURE;
  }

  function sentence(probabilities) {
    if (!probabilities) {
      return strokes.length > 0 ? "Too small to read. Draw it larger." : "Draw a digit from 0 to 9.";
    }
    const [first, second] = ranked(probabilities);
    return isSure(probabilities)
      ? `This looks like a ${first.digit}.`
      : `Unsure. Perhaps a ${first.digit}, perhaps a ${second.digit}.`;
  }

  let timer = 0;
  function announce() {
    clearTimeout(timer);
    timer = setTimeout(() => say(find(".draw-guess").textContent), CALM);
  }

  function say(text) {
    find('[role="status"]').textContent = text;
  }

  find(".draw-about").textContent = `The network in this page: ${network.title}, `
    + `${courseLive.count(network.parameters)} parameters`
    + (network.training_images
      ? `, trained on ${courseLive.count(network.training_images)} digits. ` : ". ")
    + "It runs on your device and sends nothing. It knows ten digits and nothing else, so it finds "
    + "one in a face, too.";
  update();

  // --- parts -----------------------------------------------------------------------------------

  // Ten rows, one for each digit; the function that is returned sets them.
  function digitBars(body) {
    const rows = Array.from({ length: 10 }, (_, digit) => {
      const row = body.insertRow();
      row.innerHTML = `<th scope="row">${digit}</th>`
        + '<td><span class="draw-bar"><span></span></span><span class="draw-share"></span></td>';
      return row;
    });
    return (probabilities) => {
      const top = probabilities ? Math.max(...probabilities) : NaN;
      rows.forEach((row, digit) => {
        const p = probabilities?.[digit];
        row.classList.toggle("draw-top", p === top);
        row.querySelector(".draw-bar > span").style.width = `${100 * (p ?? 0)}%`;
        row.querySelector(".draw-share").textContent = p === undefined ? "–"
          : p > 0.995 && p < 1 ? ">99%" : `${Math.round(100 * p)}%`;
      });
    };
  }

  // One row for each layer: what it is, and its maps.
  function layerRows(list, { layers: steps }) {
    const rows = steps.filter((step) => step.kind !== "flatten").map((step) => {
      const item = document.createElement("li");
      item.innerHTML = '<span class="draw-layer"></span> <span class="draw-shape"></span>'
        + '<canvas role="img" width="8" height="8"></canvas>';
      item.querySelector(".draw-layer").textContent = describe(step);
      list.append(item);
      return { item, step, place: steps.indexOf(step), canvas: item.querySelector("canvas") };
    });
    return {
      fill(outputs) {
        for (const { item, step, place, canvas } of rows) {
          const output = outputs?.[place];
          item.querySelector(".draw-shape").textContent = output ? shape(output) : "";
          canvas.hidden = !output;
          if (!output) continue;
          tile(list, canvas, output);
          canvas.setAttribute("aria-label", spoken(describe(step), output));
        }
      },
      // Light the layers up one after another, in the order in which they work.
      sweep() {
        if (courseLive.lessMotion()) return;
        rows.forEach(({ canvas }, i) => {
          canvas.animate([{ opacity: 0.15 }, { opacity: 1 }],
            { duration: 350, delay: 110 * i, fill: "backwards" });
        });
      },
    };
  }

  function describe(step) {
    const bend = { relu: ", ReLU", softmax: ", softmax" }[step.activation] ?? "";
    const window = step.window?.join("×");
    switch (step.kind) {
      case "conv": return `Convolution ${window}, ${step.bias.length} filters${bend}`;
      case "depthwise": return `Depthwise convolution ${window}${bend}`;
      case "max_pool": return `Max pooling ${window}`;
      case "average_pool": return `Average pooling ${window}`;
      case "global_average": return "Global average pooling";
      case "global_max": return "Global max pooling";
      case "dense": return `Dense, ${step.bias.length} units${bend}`;
      default: return `Normalization${bend}`;
    }
  }

  function shape({ height, width, channels }) {
    return height * width === 1 ? `${channels}` : `${height} × ${width} × ${channels}`;
  }

  function spoken(name, { height, width, channels, data }) {
    const means = new Float64Array(channels);
    data.forEach((value, i) => { means[i % channels] += value; });
    const brightest = means.indexOf(Math.max(...means)) + 1;
    return height * width === 1
      ? `${name}: ${channels} values, the largest in place ${brightest}.`
      : `${name}: ${channels} maps of ${height} by ${width}, the brightest is map ${brightest}.`;
  }

  // All maps of a layer side by side, gray from 0 to the largest value. Negative values, where a
  // layer has any, are orange. Each map has a thin gray edge, to be seen on paper of any color.
  function tile(list, canvas, { height, width, channels, data }) {
    const isVector = height * width === 1;
    const inRow = isVector ? 32 : list.clientWidth < 480 && width > 9 ? 8 : 16;
    const size = Math.max(Math.round(56 / width), 1); // of a value, in units of the canvas
    const [wide, high] = [width * size + 4, height * size + 4]; // a map with its edge and gap
    canvas.width = inRow * wide;
    canvas.height = Math.ceil(channels / inRow) * high;
    // All maps one below the other, a pixel for each value; from there they are copied enlarged.
    const top = courseLive.largest(data) || 1;
    const signed = courseLive.signed(255);
    small.width = width;
    small.height = height * channels;
    const pixels = smallContext.createImageData(small.width, small.height);
    const dots = new Uint32Array(pixels.data.buffer); // alpha, blue, green, red
    for (let i = 0; i < data.length; i += 1) {
      const level = Math.round((data[i] / top) * 255);
      const place = (i % channels) * height * width + Math.floor(i / channels);
      if (level >= 0) {
        dots[place] = (0xff << 24) | (level << 16) | (level << 8) | level;
      } else {
        const [red, green, blue] = signed(level);
        dots[place] = (0xff << 24) | (blue << 16) | (green << 8) | red;
      }
    }
    smallContext.putImageData(pixels, 0, 0);
    const context = canvas.getContext("2d");
    context.imageSmoothingEnabled = false;
    context.fillStyle = "rgb(107 114 128)";
    for (let map = 0; map < channels; map += 1) {
      const [x, y] = [(map % inRow) * wide, Math.floor(map / inRow) * high];
      context.fillRect(x + 1, y + 1, wide - 2, high - 2);
      context.drawImage(small, 0, map * height, width, height, x + 2, y + 2, wide - 4, high - 4);
    }
  }
};

// The weights are larger than the page, so they come when they are about to be needed.
courseLive.fetchFor("draw", "model.js").then(
  () => courseLive.each("draw", courseLive.draw),
  () => document.querySelectorAll('[data-live="draw"] .draw-guess').forEach((guess) => {
    guess.textContent = "The network could not be fetched. Load the page again to try once more.";
  }),
);
