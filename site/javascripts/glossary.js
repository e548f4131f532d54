// Shows what a term means to who points at it or reaches it with the keyboard. Escape hides it; the
// pointer may move onto it. Without this script a term is a link to the glossary.
(() => {
  const tooltip = document.createElement("div");
  tooltip.id = "term-tooltip";
  tooltip.setAttribute("role", "tooltip");
  tooltip.hidden = true;
  document.body.append(tooltip);
  const meanings = new Map();
  let shown = null;
  let leaving = 0;

  function place(term) {
    // The first line of a term that is broken over two.
    const line = term.getClientRects()[0];
    const gap = 6;
    const room = document.documentElement.clientWidth - tooltip.offsetWidth - gap;
    const above = line.top - tooltip.offsetHeight - gap;
    const top = above > 60 ? above : line.bottom + gap; // 60: below the header
    tooltip.style.left = `${Math.max(gap, Math.min(line.left, room)) + scrollX}px`;
    tooltip.style.top = `${top + scrollY}px`;
  }

  function show(term) {
    clearTimeout(leaving);
    if (shown === term) return;
    hide();
    shown = term;
    tooltip.textContent = meanings.get(term);
    tooltip.hidden = false;
    place(term);
    term.setAttribute("aria-describedby", tooltip.id);
  }

  function hide() {
    clearTimeout(leaving);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tooltip.hidden = true;
  }

  function leave() {
    leaving = setTimeout(hide, 200);
  }

  for (const term of document.querySelectorAll("a.term")) {
    meanings.set(term, term.title);
    term.removeAttribute("title"); // or the browser shows its own beside ours
    term.addEventListener("mouseenter", () => show(term));
    term.addEventListener("mouseleave", leave);
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", hide);
  }
  tooltip.addEventListener("mouseenter", () => clearTimeout(leaving));
  tooltip.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
