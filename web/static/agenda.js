// Lets an agenda be ordered by dragging too: it sends the row's own form.
(() => {
  "use strict";
  document.querySelectorAll("[data-order]").forEach((list) => {
    const rows = [...list.children];
    const mark = (row, name) => {
      rows.forEach((r) => r.classList.remove("drop-before", "drop-after", "dragged"));
      if (row) row.classList.add(name);
    };
    rows.forEach((row, at) => {
      const form = row.querySelector("[data-place]");
      const grip = row.querySelector(".agenda-no");
      if (!form) return;
      let to = -1;
      grip.classList.add("grip");
      grip.title = list.dataset.order;
      grip.addEventListener("pointerdown", (e) => {
        if (e.button) return;
        grip.setPointerCapture(e.pointerId);
        e.preventDefault();
        to = at;
        mark(row, "dragged");
      });
      grip.addEventListener("pointermove", (e) => {
        if (to < 0) return;
        to = rows.filter((r) => r !== row && r.getBoundingClientRect().top + r.offsetHeight / 2 < e.clientY).length;
        mark(rows[to], to < at ? "drop-before" : to > at ? "drop-after" : "dragged");
      });
      grip.addEventListener("pointerup", () => {
        if (to >= 0 && to !== at) {
          form.elements.to.value = to + 1;
          form.requestSubmit();
        } else mark();
        to = -1;
      });
      grip.addEventListener("pointercancel", () => { to = -1; mark(); });
    });
  });
})();
