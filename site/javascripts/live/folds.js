// K-fold: choose K, and see the folds, their scores and what they cost. All of it was measured.

courseLive.each("folds", (piece) => {
  const find = (selector) => piece.querySelector(selector);
  const rows = Object.values(courseLive.dataFor("folds")).sort((a, b) => a.k - b.k);
  const all = rows.flatMap((row) => row.scores);
  const range = courseLive.chart.range(all);
  const dearest = Math.max(...rows.map((row) => row.seconds));
  const points = (value) => `${courseLive.number(100 * value, 3)} points`;

  courseLive.choices(find(".folds-choices"), "folds-k",
    rows.map((row) => [String(row.k), String(row.k)]), (k) => show(rows.find((row) => String(row.k) === k)));

  find(".folds-all tbody").innerHTML = rows.map((row) => `<tr data-k="${row.k}"><th scope="row">${row.k}</th>`
    + [
      courseLive.count(row.n_train), courseLive.count(row.n_test), courseLive.percent(row.mean),
      points(row.std), `${courseLive.percent(Math.min(...row.scores))} to ${courseLive.percent(Math.max(...row.scores))}`,
      courseLive.duration(row.seconds),
    ].map((text) => `<td>${text}</td>`).join("") + "</tr>").join("");

  function show(row) {
    const { k } = row;
    find(".folds-table").style.setProperty("--folds", k);
    find(".folds-table").innerHTML = Array.from({ length: k * k }, (_, i) =>
      `<span${Math.floor(i / k) === i % k ? ' class="folds-held"' : ""}></span>`).join("");
    find(".folds-table").setAttribute("aria-label",
      `${k} rows, one for each model. Each holds out another of the ${k} folds.`);
    find(".folds-sizes").textContent = `A row for each of ${k} models. Filled: held out, `
      + `${courseLive.count(row.n_test)} digits. It learns from the other ${courseLive.count(row.n_train)}.`;
    courseLive.strip(find(".folds-scores"), {
      label: `Accuracies of ${k} folds: ${row.scores.map((score) => courseLive.percent(score)).join(", ")}; `
        + `mean ${courseLive.percent(row.mean)}.`,
      scores: row.scores,
      mean: row.mean,
      range,
    });
    find(".folds-cost span").style.width = `${(100 * row.seconds) / dearest}%`;
    find(".folds-cost").setAttribute("aria-label",
      `${Math.round((100 * row.seconds) / dearest)} percent of the most expensive choice.`);
    find(".folds-seconds").textContent = `${courseLive.duration(row.seconds)} of processor time for `
      + `${k} models.`;
    find(".folds-said").textContent = `K = ${k}: mean ${courseLive.percent(row.mean)}, standard deviation `
      + `of single folds ${points(row.std)}, standard error of the mean, as if folds were independent, `
      + `${points(row.standard_error)}.`;
    piece.querySelectorAll("[data-k]").forEach((line) =>
      line.classList.toggle("live-chosen", line.dataset.k === String(k)));
  }

  (find('input[value="5"]') ?? find("input")).click();
});
