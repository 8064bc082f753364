// Makes forms a little kinder. Every task works without it.
(() => {
  "use strict";
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  let dirty = false;
  document.querySelectorAll("form[data-guard]").forEach((form) => {
    form.addEventListener("input", () => { dirty = true; });
    form.addEventListener("submit", () => { dirty = false; });
  });
  window.addEventListener("beforeunload", (e) => {
    if (dirty) e.preventDefault();
  });

  // A second press on a button must not send the form twice.
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.dataset.sent) { e.preventDefault(); return; }
    if (form.method !== "post") return;
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((f) => { delete f.dataset.sent; });
  });
})();
