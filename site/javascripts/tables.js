// A table that is wider than the page scrolls sideways. It can then be reached with the Tab key, so
// that the arrow keys scroll it too.
(() => {
  function update() {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
      else wrap.removeAttribute("tabindex");
    }
  }
  addEventListener("load", update); // the theme has wrapped the tables by then
  addEventListener("resize", update);
})();
