// Raw against normalized inputs: loss curves of real runs, at one learning rate and each at its own.

courseLive.each("normalization", (piece) => {
  const find = (selector) => piece.querySelector(selector);
  const measured = courseLive.dataFor("normalization");
  const { shared, own_best: own, steps } = measured;
  const kinds = [{ key: "raw", name: "raw, 0 to 255", style: 2 },
    { key: "normalized", name: "normalized, 0 to 1", style: 1 }];
  const rate = (value) => courseLive.number(value, 8);
  const views = {
    shared: {
      name: `the same for both, ${rate(shared.learning_rate)}`,
      of: (key) => ({
        rate: shared.learning_rate, losses: shared[key], accuracy: shared[`${key}_accuracy`],
      }),
    },
    own: {
      name: `each its own best: raw ${rate(own.raw.learning_rate)}, normalized `
        + rate(own.normalized.learning_rate),
      of: (key) => ({
        rate: own[key].learning_rate, losses: own[key].losses, accuracy: own[key].accuracy,
      }),
    },
  };
  // Both views share one axis, so that they can be compared.
  const every = Object.values(views).flatMap(({ of }) => kinds.flatMap(({ key }) => of(key).losses.flat()))
    .filter((loss) => loss > 0);
  const range = [Math.min(...every) * 0.9, Math.max(...every) * 1.1];

  find(".norm-legend").innerHTML = courseLive.chart.legend(kinds);
  courseLive.choices(find(".norm-choices"), "norm-view",
    Object.entries(views).map(([value, { name }]) => [value, name]), show);

  function show(chosen) {
    const { of } = views[chosen];
    const said = kinds.map(({ key, name }) => {
      const { rate: at, losses, accuracy } = of(key);
      const lost = losses.filter((run) => run.some((loss) => loss === null)).length;
      const ends = losses.map((run) => run[run.length - 1]).filter((loss) => loss !== null);
      const last = ends.length > 0
        ? `loss at the end ${courseLive.number(Math.min(...ends), 3)} to ${courseLive.number(Math.max(...ends), 3)}`
        : "no finite loss";
      return `${name}, learning rate ${rate(at)}: ${last}`
        + (lost > 0 ? `, in ${lost} of ${losses.length} runs no number any more` : "")
        + `, accuracy ${courseLive.percent(accuracy.mean)} ± ${courseLive.number(100 * accuracy.std, 2)} points`;
    }).join("; ");
    courseLive.chart(find(".norm-chart"), {
      label: `Training loss over ${courseLive.count(steps[steps.length - 1])} steps. ${said}.`,
      title: "training loss",
      xLabel: "step",
      x: [0, steps[steps.length - 1]],
      y: range,
      yScale: "log",
      height: 260,
      series: kinds.flatMap(({ key, style }) => of(key).losses.map((run) => ({
        style, points: run.map((loss, i) => [steps[i], loss]),
      }))),
    });
    find(".norm-said").textContent = `${said[0].toUpperCase()}${said.slice(1)}.`;
  }

  find(".norm-runs").textContent = `${measured.seeds.length} seeds each, ${measured.epochs} `
    + `epoch${measured.epochs === 1 ? "" : "s"} on `
    + `${courseLive.count(measured.n_train)} digits; accuracy on ${courseLive.count(measured.n_test)} held-out `
    + "digits, mean and standard deviation of the seeds.";
  find("input").click();
});
