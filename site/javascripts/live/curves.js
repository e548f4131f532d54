// Reading learning curves: which of three real runs overfits? Each choice gets its own answer.

courseLive.each("curves", (piece) => {
  const LETTERS = ["A", "B", "C"];
  const NONE = "none";

  const find = (selector) => piece.querySelector(selector);
  const rounds = courseLive.curveRounds;
  let round = 0;

  find(".curves-legend").innerHTML = courseLive.chart.legend([
    { name: "training images", style: 1 },
    { name: "held-out images", style: 2 },
  ]);

  [...LETTERS, NONE].forEach((choice) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "curves-choice";
    input.value = choice;
    label.append(input, ` ${choice === NONE ? "None of them" : choice}`);
    find(".curves-choices").append(label);
  });

  find(".curves-answer").insertAdjacentHTML("beforeend",
    '<div class="live-buttons"><button type="submit">Answer</button></div>');
  find(".curves-answer").addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = piece.querySelector('input[name="curves-choice"]:checked');
    if (chosen) answer(chosen.value);
    else find(".curves-verdict").textContent = "Choose one of the four first.";
  });

  find('[data-do="next"]').addEventListener("click", () => {
    round = (round + 1) % rounds.length;
    ask();
    find('input[name="curves-choice"]').focus();
  });

  function ask() {
    const { runs } = rounds[round];
    find(".curves-round").textContent = `Round ${round + 1} of ${rounds.length}`;
    find(".curves-verdict").textContent = "";
    find(".curves-answer").reset();
    find(".curves-runs").innerHTML = runs.map((_, i) => `<div class="curves-run">`
      + `<p class="live-subtitle">${LETTERS[i]}</p><div></div><div></div></div>`).join("");
    const highest = Math.max(...runs.flatMap(({ loss, val_loss }) => [...loss, ...val_loss]));
    runs.forEach((run, i) => {
      const [losses, accuracies] = piece.querySelectorAll(".curves-run")[i].querySelectorAll("div");
      plot(losses, run, LETTERS[i], "loss", [0, highest * 1.05]);
      plot(accuracies, run, LETTERS[i], "accuracy", [0, 1]);
    });
  }

  function plot(element, run, letter, name, y) {
    const held = run[`val_${name}`];
    const points = (values) => values.map((value, i) => [i + 1, value]);
    const [first, last] = [0, run[name].length - 1];
    const say = (values) => `from ${courseLive.number(values[first])} to ${courseLive.number(values[last])}`;
    const lowest = Math.min(...held);
    courseLive.chart(element, {
      label: `Run ${letter}, ${name} over ${last + 1} epochs: training ${say(run[name])}, `
        + `held out ${say(held)}`
        + (name === "loss" ? `, lowest ${courseLive.number(lowest)} after epoch ${held.indexOf(lowest) + 1}.` : "."),
      title: name,
      xLabel: "epoch",
      x: [1, last + 1],
      xTicks: [1, Math.ceil((last + 1) / 2), last + 1],
      y,
      height: 150,
      yFormat: (value) => courseLive.number(value, 2),
      series: [{ points: points(run[name]), style: 1 }, { points: points(held), style: 2 }],
    });
  }

  function answer(choice) {
    const { answers, right, runs } = rounds[round];
    const said = choice === right ? "Right. " : "Not this one. ";
    find(".curves-verdict").innerHTML = `<p><strong class="${choice === right ? "live-right" : "live-wrong"}">${said}</strong></p>`;
    find(".curves-verdict p").append(answers[choice]);
    if (choice !== right) return;
    const list = document.createElement("ul");
    runs.forEach(({ what }, i) => {
      const item = document.createElement("li");
      item.textContent = `${LETTERS[i]}: ${what}`;
      list.append(item);
    });
    find(".curves-verdict").append(list);
  }

  ask();
});
