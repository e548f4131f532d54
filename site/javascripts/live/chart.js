// A small line chart, drawn as SVG at the width that it has, and drawn again when that changes.
//
// A spec is {label, title, xLabel, yLabel, x: [from, to], y: [from, to], yScale, yFormat,
// xTicks, yTicks, height,
// series: [{name, points: [[x, y], …], style, dots}]}. `style` is the number of a color and a kind
// of line, 1 to 3, so that lines are told apart without color. `marker` is a place on the x axis. `yScale` is "linear" or "log".

courseLive.chart = (() => {
  const MARGIN = { left: 46, right: 8, top: 8, bottom: 36 };

  function chart(element, spec) {
    element.liveSpec = spec;
    if (!element.liveResize) {
      element.liveResize = new ResizeObserver(() => draw(element));
      element.liveResize.observe(element);
    }
    draw(element);
  }

  function draw(element) {
    const spec = element.liveSpec;
    const width = Math.max(element.clientWidth, 160);
    const height = spec.height ?? 170;
    const x = (value) => MARGIN.left
      + ((value - spec.x[0]) / (spec.x[1] - spec.x[0])) * (width - MARGIN.left - MARGIN.right);
    const along = spec.yScale === "log" ? Math.log : (value) => value;
    const y = (value) => height - MARGIN.bottom
      - ((along(value) - along(spec.y[0])) / (along(spec.y[1]) - along(spec.y[0])))
      * (height - MARGIN.top - MARGIN.bottom);
    const within = ([, value]) => Number.isFinite(value) && value >= spec.y[0] && value <= spec.y[1];

    const format = spec.yFormat ?? ((value) => courseLive.number(value, 3));
    const yTicks = spec.yTicks ?? (spec.yScale === "log" ? decades(spec.y) : ticks(spec.y, 4));
    const xTicks = spec.xTicks ?? ticks(spec.x, Math.max(Math.floor(width / 70), 2));
    const parts = [
      ...yTicks.map((value) => `<line class="chart-grid" x1="${MARGIN.left}" x2="${width - MARGIN.right}" `
        + `y1="${y(value)}" y2="${y(value)}"/><text x="${MARGIN.left - 6}" y="${y(value) + 4}" `
        + `text-anchor="end">${format(value)}</text>`),
      ...xTicks.map((value) => `<text x="${x(value)}" y="${height - MARGIN.bottom + 15}" `
        + `text-anchor="middle">${courseLive.count(value)}</text>`),
      `<text x="${(MARGIN.left + width - MARGIN.right) / 2}" y="${height - 4}" text-anchor="middle">`
        + `${spec.xLabel}</text>`,
      `<line class="chart-axis" x1="${MARGIN.left}" x2="${width - MARGIN.right}" `
        + `y1="${height - MARGIN.bottom}" y2="${height - MARGIN.bottom}"/>`,
      spec.marker === undefined ? "" : `<line class="chart-marker" x1="${x(spec.marker)}" `
        + `x2="${x(spec.marker)}" y1="${MARGIN.top}" y2="${height - MARGIN.bottom}"/>`,
      ...spec.series.map((line) => {
        const points = line.points.filter(within).map(([a, b]) => [x(a).toFixed(1), y(b).toFixed(1)]);
        const dots = line.dots
          ? points.map(([a, b]) => `<circle class="chart-dot-${line.style}" cx="${a}" cy="${b}" r="3"/>`) : [];
        return `<polyline class="chart-line-${line.style}${line.faint ? " chart-faint" : ""}" `
          + `points="${points.map((point) => point.join(",")).join(" ")}"/>${dots.join("")}`;
      }),
    ];
    const title = spec.title ? `<span class="chart-title">${spec.title}</span>` : "";
    element.innerHTML = `${title}<svg role="img" aria-label="${courseLive.escape(spec.label)}" width="${width}" height="${height}" `
      + `viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`;
  }

  // About `wanted` round numbers from one end to the other.
  function ticks([from, to], wanted) {
    const rough = (to - from) / wanted;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.99);
    const first = Math.ceil(from / step - 1e-9);
    const last = Math.floor(to / step + 1e-9);
    return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  }

  function decades([from, to]) {
    const all = [];
    for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power += 1) {
      for (const factor of [1, 3]) {
        const value = Number((factor * 10 ** power).toPrecision(2));
        if (value >= from && value <= to) all.push(value);
      }
    }
    return all;
  }

  // A line of the legend: a piece of the line and its name.
  chart.legend = (entries) => entries.map(({ name, style }) => `<span class="chart-entry">`
    + `<svg width="28" height="10" aria-hidden="true"><polyline class="chart-line-${style}" `
    + `points="1,5 27,5"/></svg> ${name}</span>`).join(" ");

  // The range that holds all values, with a little room.
  chart.range = (values, room = 0.06) => {
    const kept = values.filter(Number.isFinite);
    const [low, high] = [Math.min(...kept), Math.max(...kept)];
    const more = (high - low || Math.abs(high) || 1) * room;
    return [low - more, high + more];
  };

  return chart;
})();

// Dots on one horizontal axis, for shares such as accuracies: {label, scores, mean, range}.
courseLive.strip = (element, { label, scores, mean, range }) => {
  const place = (value) => (100 * (value - range[0])) / (range[1] - range[0]);
  const ends = [range[0], (range[0] + range[1]) / 2, range[1]];
  element.innerHTML = `<div class="strip" role="img" aria-label="${courseLive.escape(label)}">`
    + scores.map((score) => `<span class="strip-dot" style="left: ${place(score)}%"></span>`).join("")
    + `<span class="strip-mean" style="left: ${place(mean)}%"></span></div>`
    + `<div class="strip-axis" aria-hidden="true">${ends.map((end) =>
      `<span>${courseLive.percent(end)}</span>`).join("")}</div>`;
};
