// Makes forms a little kinder. Every task works without it.
(() => {
  "use strict";
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  document.addEventListener("input", (e) => {
    const form = e.target.closest("form[data-guard]");
    if (form) form.dataset.dirty = "1";
  });
  window.addEventListener("beforeunload", (e) => {
    if (document.querySelector("form[data-guard][data-dirty]")) e.preventDefault();
  });

  // A second press on a button must not send the form twice.
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (e.defaultPrevented) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    delete form.dataset.dirty;
    if (form.method !== "post") return;
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((f) => { delete f.dataset.sent; });
  });
})();
