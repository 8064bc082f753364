// Keeps a meeting's page new while the meeting goes on, and saves its notes while they are written. Without it one loads the
// page again, and sends the form.
(() => {
  "use strict";
  const root = document.querySelector("[data-room]");
  if (!root) return;
  const say = root.dataset, news = root.querySelector("[data-news]"), head = { "HX-Request": "true" };
  let version = Number(say.version), looking = false, again = false, source = null, offline = false;

  // What the server last gave for each region, to tell what has changed since.
  const given = new Map();
  root.querySelectorAll("[data-region]").forEach((r) => given.set(r.dataset.region, r.innerHTML));

  const tell = (text, button, act) => {
    news.textContent = text || "";
    if (!button) return;
    const b = document.createElement("button");
    b.type = "button"; b.className = "ds-button"; b.dataset.variant = "secondary"; b.dataset.size = "sm";
    b.textContent = button; b.onclick = () => { news.textContent = ""; act(); };
    news.append(" ", b);
  };
  const busy = (r) => r.contains(document.activeElement) && document.activeElement !== document.body
    || [...r.querySelectorAll("input,textarea,select")].some((f) => f.type !== "hidden" && (f.options
      ? [...f.options].some((o) => o.selected !== o.defaultSelected && f.value !== "") : f.value !== f.defaultValue || f.checked !== f.defaultChecked));

  const put = (r, html) => {
    const open = [...r.querySelectorAll("details[open][id]")].map((d) => d.id);
    r.innerHTML = html;
    given.set(r.dataset.region, html);
    open.forEach((id) => { const d = document.getElementById(id); if (d) d.open = true; });
    tick();
  };

  // Whoever has sent a form is on the way to its answer, which nothing may lead them away from.
  let leaving = false;
  window.addEventListener("submit", (e) => { leaving = !e.defaultPrevented; });
  window.addEventListener("pageshow", () => { leaving = false; });

  // Looks again with the reader's own rights, and puts in place what is new. What somebody is busy with stays as it is.
  async function look(all) {
    if (looking) { again = true; return; }
    looking = true; again = false;
    try {
      const res = await fetch(location.href, { headers: head });
      if (res.redirected || !res.ok) {
        if (!dirty() && !leaving) location.assign(res.redirected ? res.url : location.href);
        return;
      }
      const room = new DOMParser().parseFromString(await res.text(), "text/html").querySelector("[data-room]");
      if (!room) return;
      version = Number(room.dataset.version);
      let waits = 0;
      for (const r of root.querySelectorAll("[data-region]")) {
        const n = room.querySelector('[data-region="' + r.dataset.region + '"]'), html = n ? n.innerHTML : "";
        if (html === given.get(r.dataset.region)) continue;
        if (r.dataset.region === "note" && field() && !(n && n.querySelector("textarea"))) {
          if (dirty()) await save();
          put(r, html); tell(say.sayLost); again = true;
        } else if (r.dataset.region === "note" && field() && (dirty() || document.activeElement === field())) {
          given.set("note", html); // one's own saving, or a conflict that the next saving tells of
        } else if (!all && busy(r)) waits++;
        else put(r, html);
      }
      if (waits) tell(say.sayNew, say.sayShow, () => look(true));
      else if (!offline && news.querySelector("button")) tell("");
    } catch { /* the stream says when there is contact again */ } finally {
      looking = false;
      if (again) setTimeout(look, 200);
    }
  }

  // The stream says "look again" and nothing more.
  const later = (most) => setTimeout(() => { look(); connect(); }, 1000 + Math.random() * most);
  function connect() {
    if (source || document.hidden) return;
    source = new EventSource(say.stream);
    source.addEventListener("andrat", (e) => {
      const v = Number(e.data);
      if (v === 0 || v > version) setTimeout(look, Math.random() * 250);
    });
    source.addEventListener("slut", () => { drop(); later(4000); });
    source.onerror = () => { if (source && source.readyState === EventSource.CLOSED) { drop(); later(14000); } };
  }
  const drop = () => { if (source) source.close(); source = null; };
  document.addEventListener("visibilitychange", () => { if (document.hidden) drop(); else { look(); connect(); } });

  // Notes: saved while one writes, kept on this computer until they are.
  const form = () => root.querySelector("form[data-form=item-note]");
  const field = () => { const f = form(); return f && f.elements.note; };
  const dirty = () => { const f = field(); return !!f && f.value !== f.defaultValue; };
  const keep = (text, v) => { try { localStorage.setItem(say.draftKey, JSON.stringify({ text, v })); } catch { /* no room */ } };
  const kept = () => { try { return JSON.parse(localStorage.getItem(say.draftKey)); } catch { return null; } };
  const forget = () => { try { localStorage.removeItem(say.draftKey); } catch { /* nothing to forget */ } };
  const saved = (text) => { const s = root.querySelector("[data-saved]"); if (s) s.textContent = text; };
  const send = (f, note, v) => fetch(f, { method: "POST", headers: head, body: new URLSearchParams({ note, version: v }) });
  let timer = 0, first = 0, saving = null, stuck = false, sent = false;

  function soon() {
    if (stuck) return;
    clearTimeout(timer);
    first = first || Date.now();
    timer = setTimeout(save, Math.max(0, Math.min(1500, first + 5000 - Date.now())));
  }
  function save() {
    clearTimeout(timer); first = 0;
    if (!saving) saving = write().finally(() => { saving = null; });
    return saving;
  }
  async function write() {
    const f = form(), t = field();
    if (!f || !dirty()) return;
    const text = t.value, v = f.elements.version;
    saved(say.saySaving);
    let res, a;
    try {
      res = await send(f.action, text, v.value);
      if (res.redirected || res.status >= 500) throw new Error();
      a = await res.json();
    } catch { lost(); return; }
    if (offline) { offline = false; tell(say.sayOnline); }
    if (res.status === 409) {
      stuck = true;
      v.value = a.version;
      if (a.writer) both(f, a.theirs); else setTimeout(look, 0);
      saved("");
      return;
    }
    saved(a.text);
    if (!res.ok) return;
    v.value = a.version; t.defaultValue = text; delete f.dataset.dirty;
    if (t.value === text) forget(); else { keep(t.value, a.version); soon(); }
  }
  function lost() {
    offline = true;
    saved("");
    tell(say.sayOffline);
    clearTimeout(timer);
    timer = setTimeout(save, 5000);
  }
  window.addEventListener("online", () => { if (offline) save().then(() => { look(); connect(); }); });
  window.addEventListener("offline", () => { if (dirty()) lost(); });

  // Both texts, one above the other; the next saving is about the newer one, and is pressed by hand.
  function both(f, theirs) {
    root.querySelectorAll("[data-both]").forEach((b) => b.remove());
    const box = document.createElement("div");
    box.className = "ds-alert"; box.dataset.color = "warning"; box.dataset.both = "";
    for (const [tag, text, cls] of [["p", say.sayConflict, ""], ["p", theirs, "inset theirs pre"]]) {
      const e = document.createElement(tag);
      e.textContent = text; e.className = cls; box.append(e);
    }
    f.before(box);
    tell(say.sayConflict);
  }

  root.addEventListener("input", (e) => {
    if (e.target !== field()) return;
    keep(e.target.value, form().elements.version.value);
    soon();
  });
  // Whatever else is sent, the notes go first.
  root.addEventListener("submit", (e) => {
    if (e.target === form()) { sent = true; forget(); return; }
    if (!dirty() || stuck) return;
    e.preventDefault();
    const by = e.submitter;
    save().then(() => { if (!dirty()) e.target.requestSubmit(by); });
  });
  window.addEventListener("pagehide", () => {
    const f = form();
    if (f && dirty() && !stuck && !sent) fetch(f.action, { method: "POST", headers: head, keepalive: true, body: new URLSearchParams({ note: field().value, version: f.elements.version.value }) });
  });

  // What was left on this computer: into the field when nothing has happened since, else to the server, which keeps it beside.
  async function restore() {
    const k = say.draftKey && kept(), f = form();
    if (!k) return;
    if (f && k.text === field().value) { forget(); return; }
    tell(say.sayKept);
    if (f && k.v === f.elements.version.value) { field().value = k.text; soon(); return; }
    try {
      const res = await send(f ? f.action : say.note, k.text, k.v);
      if (res.status === 409 || res.ok) { forget(); location.reload(); }
    } catch { lost(); }
  }

  // Whoever writes says now and then that they are still there.
  let wrote = 0;
  root.addEventListener("input", () => { wrote = Date.now(); });
  setInterval(async () => {
    if (!say.pen || !field() || Date.now() - wrote > 300000) return;
    try {
      const res = await fetch(say.pen, { method: "POST", headers: head, body: new URLSearchParams({ do: "keep" }) });
      if (res.ok && !(await res.json()).mine) look();
    } catch { /* saving tells */ }
  }, 40000);

  // Times that run; the end of an item's time is said five minutes and one minute before.
  const told = new Set();
  function tick() {
    const now = Date.now() / 1000;
    root.querySelectorAll("[data-since]").forEach((t) => {
      const s = Math.max(0, Math.floor(now - t.dataset.since)), left = t.dataset.planned * 60 - s;
      t.textContent = s < 7200 ? Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0") : Math.floor(s / 3600) + " h " + Math.floor(s / 60) % 60 + " min";
      for (const [at, text] of [[300, say.sayFive], [60, say.sayOne]]) {
        const key = t.dataset.since + at;
        if (left > at - 5 && left <= at && !told.has(key) && !news.textContent) { told.add(key); tell(text); }
      }
    });
  }
  setInterval(tick, 1000);
  const guard = form();
  if (guard) delete guard.dataset.guard;
  tick();
  restore();
  connect();
})();
