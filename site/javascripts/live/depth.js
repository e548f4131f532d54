// Depth: what parameters, receptive field and accuracy do as convolutions are added. All measured.

courseLive.each("depth", (piece) => {
  const SIDE = 28;
  const find = (selector) => piece.querySelector(selector);
  const all = courseLive.dataFor("depth");
  // The first network of each number of convolutions; the others vary filters and windows.
  const steps = all.filter((one, i) => all.findIndex(({ layers }) => layers === one.layers) === i)
    .sort((a, b) => a.layers - b.layers);
  const folds = steps[0].scores.length;
  const digit = Float64Array.from(courseLive.bytes(courseLive.digits[8]), (byte) => byte / 255);
  const points = (value) => `${courseLive.fixed(100 * value, 2)} points`;

  courseLive.choices(find(".depth-choices"), "depth-layers",
    steps.map(({ layers }) => [String(layers), String(layers)]),
    (layers) => show(steps.find((one) => String(one.layers) === layers)));

  find(".depth-all tbody").innerHTML = all.map((one) => `<tr data-name="${courseLive.escape(one.name)}">`
    + `<th scope="row">${courseLive.escape(one.name)}</th>`
    + [
      one.layers, courseLive.count(one.parameters), `${one.receptive_field} × ${one.receptive_field}`,
      courseLive.fixed(one.seconds_per_epoch, 1),
      `${courseLive.percent(one.mean)} ± ${points(one.std)}`, against(one),
    ].map((text) => `<td>${text}</td>`).join("") + "</tr>").join("");

  function against(one) {
    if (one.difference === undefined) return "–";
    const sign = one.difference > 0 ? "+" : "";
    return `${sign}${points(one.difference)}: ${one.verdict}`;
  }

  function show(one) {
    find(".depth-plan").innerHTML = one.plan.map((layer) => `<li>${courseLive.escape(layer)}</li>`).join("");
    field(one);
    const xAxis = {
      xLabel: "convolutions",
      x: [Math.min(...steps.map((s) => s.layers)) - 0.3, Math.max(...steps.map((s) => s.layers)) + 0.3],
      xTicks: steps.map((s) => s.layers),
      marker: one.layers,
    };
    courseLive.chart(find(".depth-accuracy"), {
      ...xAxis,
      label: `Mean accuracy by convolutions: ${steps.map((s) => `${s.layers}: ${courseLive.percent(s.mean)}`).join(", ")}.`,
      y: courseLive.chart.range(steps.flatMap((s) => s.scores)),
      yFormat: (value) => courseLive.percent(value, 1),
      series: [
        ...Array.from({ length: folds }, (_, fold) => ({
          style: 1, faint: true, points: steps.map((s) => [s.layers, s.scores[fold]]),
        })),
        { style: 1, dots: true, points: steps.map((s) => [s.layers, s.mean]) },
      ],
    });
    courseLive.chart(find(".depth-parameters"), {
      ...xAxis,
      label: `Parameters by convolutions: ${steps.map((s) => `${s.layers}: ${courseLive.count(s.parameters)}`).join(", ")}.`,
      y: [0, Math.max(...steps.map((s) => s.parameters)) * 1.05],
      yFormat: (value) => (value >= 1000 ? `${courseLive.number(value / 1000)}k` : value),
      series: [{ style: 2, dots: true, points: steps.map((s) => [s.layers, s.parameters]) }],
    });
    find(".depth-said").textContent = `${one.name}: ${courseLive.count(one.parameters)} parameters, mean `
      + `accuracy ${courseLive.percent(one.mean)} over ${folds} folds, standard deviation ${points(one.std)}`
      + (one.difference === undefined ? ". The others are compared with it."
        : `; against the baseline ${against(one)}.`);
    piece.querySelectorAll("[data-name]").forEach((row) =>
      row.classList.toggle("live-chosen", row.dataset.name === one.name));
  }

  function field(one) {
    const canvas = find(".depth-field");
    const context = canvas.getContext("2d");
    const size = canvas.width / SIDE;
    digit.forEach((value, i) => {
      context.fillStyle = `rgb(${courseLive.gray(1)(value).join(" ")})`;
      context.fillRect((i % SIDE) * size, Math.floor(i / SIDE) * size, size, size);
    });
    const seen = Math.min(one.receptive_field, SIDE);
    const corner = Math.floor((SIDE - seen) / 2) * size;
    for (const [color, width] of [["#000", 7], ["#ff9e2c", 3]]) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.strokeRect(corner, corner, seen * size, seen * size);
    }
    const text = one.layers === 0
      ? "Without a convolution there is no map: the dense layer reads single pixels, all 784 of them."
      : `${one.receptive_field} × ${one.receptive_field} of 28 × 28 pixels.`;
    find(".depth-seen").textContent = text;
    canvas.setAttribute("aria-label", `A handwritten eight with a frame. ${text}`);
  }

  const deepest = steps.find((one) => one.name === "baseline") ?? steps[0];
  find(`input[value="${deepest.layers}"]`).click();
});
