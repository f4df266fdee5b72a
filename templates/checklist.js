"use strict";

// Without this script the page can be read and ticked; it adds what remembers, counts and copies.
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const guide = document.documentElement.dataset.guide;
  const key = `guidec:${guide}`;
  const boxes = [...document.querySelectorAll("input[type=checkbox]")];
  const actions = [...document.querySelectorAll("[data-action]")].map(toggleButton);
  const scoped = [...document.querySelectorAll("main [data-scopes]:not([data-action])")];
  const choice = element("p", { className: "chosen", hidden: true }); // Paper has no buttons to show it.
  const voice = element("p", { className: "heard", role: "status" });
  const count = document.querySelector(".count");
  const progress = element("progress", { ariaLabel: "Boxes ticked" });
  const next = document.querySelector(".next");

  // Small helpers

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function button(text, act) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  const words = (text) => (text || "").split(" ").filter(Boolean);
  const strings = (value) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);
  const isShown = (part) => !part.closest("[hidden]");

  // What is remembered: {"done": [ids], "actions": [ids], "progress": [ticked, all]} under one key.

  let known; // What storage held when this page last looked.

  function stored() {
    try {
      return localStorage.getItem(key);
    } catch {
      return undefined; // Storage is refused.
    }
  }

  function parsed(text) {
    try {
      const state = JSON.parse(text);
      return { done: strings(state?.done), actions: strings(state?.actions) };
    } catch {
      return { done: [], actions: [] }; // Damaged.
    }
  }

  function save() {
    const done = boxes.filter((box) => box.checked).map((box) => box.value);
    const state = { done, actions: chosen().map((action) => action.dataset.action), progress: counted() };
    try {
      localStorage.setItem(key, JSON.stringify(state));
      known = stored();
    } catch {
      // Storage is refused or full: the page goes on without it.
    }
  }

  function restore() {
    const text = stored();
    if (text === known) return; // Nothing is new, or nothing can be known: what is ticked stays.
    known = text;
    const state = parsed(text);
    const done = new Set(state.done);
    for (const box of boxes) box.checked = done.has(box.value);
    choose(state.actions);
  }

  // How far one is

  function counted() {
    const shown = boxes.filter(isShown);
    return [shown.filter((box) => box.checked).length, shown.length];
  }

  function paint() {
    if (!boxes.length) return;
    const [ticked, all] = counted();
    count.textContent = `${ticked} of ${all}`;
    progress.max = Math.max(all, 1);
    progress.value = ticked;
    showNext(boxes.find((box) => !box.checked && isShown(box))?.closest(".step"));
  }

  function showNext(step) {
    document.querySelector(".next-step")?.removeAttribute("aria-current");
    document.querySelector(".next-step")?.classList.remove("next-step");
    step?.classList.add("next-step");
    step?.setAttribute("aria-current", "step");
    const title = step?.querySelector(".head label").textContent.trim();
    next.replaceChildren(...(step ? ["Next: ", element("a", { href: `#${step.id}` }, shortened(title))] : ["All done."]));
  }

  function shortened(text) {
    return text.length > 65 ? `${text.slice(0, 60).replace(/\s+\S*$/, "")}…` : text;
  }

  function reset() {
    if (!confirm("Reset this guide? All its ticks are cleared.")) return;
    try {
      localStorage.removeItem(key);
      known = null;
    } catch {
      // Nothing was kept.
    }
    for (const box of boxes) box.checked = false;
    choose([]);
    linkChoice();
    paint();
  }

  // Actions: the chosen ones decide which sections, steps and scopes are shown; none chosen means all.

  function toggleButton(label) {
    const toggle = button(label.textContent, () => {
      toggle.ariaPressed = String(toggle.ariaPressed !== "true");
      showChosen();
      linkChoice();
      paint();
      save();
    });
    toggle.className = label.className;
    Object.assign(toggle.dataset, label.dataset);
    toggle.dataset.label = label.textContent;
    toggle.ariaPressed = "false";
    label.replaceWith(toggle);
    return toggle;
  }

  function chosen() {
    return actions.filter((action) => action.ariaPressed === "true");
  }

  function choose(ids) {
    for (const action of actions) action.ariaPressed = String(ids.includes(action.dataset.action));
    showChosen();
  }

  function showChosen() {
    const deciding = chosen().length ? chosen() : actions;
    const needed = new Set(deciding.flatMap((action) => words(action.dataset.scopes)));
    for (const part of scoped) {
      part.hidden = chosen().length > 0 && !words(part.dataset.scopes).some((scope) => needed.has(scope));
    }
    if (!actions.length) return;
    for (const scope of document.querySelectorAll("[data-scope]")) scope.hidden = !needed.has(scope.dataset.scope);
    for (const grant of document.querySelectorAll("[data-grant]")) grant.hidden = !grantedScopes(grant);
    choice.textContent = chosen().map((action) => action.dataset.label).join(", ");
    choice.hidden = !choice.textContent;
  }

  // What the address chooses and this guide has.
  function linked() {
    const ids = location.hash.match(/^#actions=(.*)$/)?.[1] ?? "";
    try {
      const asked = new Set(ids.split(",").map(decodeURIComponent));
      return actions.map((action) => action.dataset.action).filter((id) => asked.has(id));
    } catch {
      return []; // Not percent-encoded as it should be.
    }
  }

  function choiceLink() {
    return `#actions=${chosen().map((action) => encodeURIComponent(action.dataset.action)).join(",")}`;
  }

  function linkChoice() {
    if (location.hash.startsWith("#actions=")) history.replaceState(null, "", choiceLink());
  }

  function followLink() {
    const ids = linked();
    if (!ids.length) return;
    choose(ids);
    save();
  }

  // Copying

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text); // Plain http has no navigator.clipboard.
    }
  }

  function copySelected(text) {
    const focused = document.activeElement;
    const field = element("textarea", { className: "heard", value: text, readOnly: true });
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    focused?.focus({ preventScroll: true });
    return copied;
  }

  function copyButton(text, what, name = "Copy") {
    const face = document.createTextNode(name);
    const made = button(face, async () => {
      const copied = await copy(text());
      face.data = copied ? "Copied" : "Failed";
      say(copied ? `Copied ${what}`.trim() : `${what} could not be copied. Select it and copy it yourself.`);
      setTimeout(() => (face.data = name), 2000);
    });
    made.append(element("span", { className: "heard" }, ` ${what}`));
    return made;
  }

  function say(text) {
    voice.textContent = "";
    setTimeout(() => (voice.textContent = text), 50);
  }

  function grantedScopes(list) {
    return [...list.querySelectorAll("[data-scope]:not([hidden])")].map((scope) => scope.dataset.scope).join(" ");
  }

  // The start

  for (const slot of document.querySelectorAll(".copy")) {
    const list = slot.closest("[data-grant]");
    const text = () => slot.dataset.copy ?? grantedScopes(list);
    slot.append(copyButton(text, slot.dataset.what));
  }
  const address = () => location.href.split("#")[0] + choiceLink();
  document.querySelector(".actions")?.prepend(choice);
  document.querySelector(".link")?.append(copyButton(address, "", "Copy link to this choice"));
  document.querySelector(".meter")?.append(progress);
  document.querySelector(".reset")?.append(button("Reset", reset));
  document.querySelector("main").append(voice);
  restore();
  followLink();
  paint();

  for (const box of boxes) {
    box.addEventListener("change", () => {
      paint();
      save();
    });
  }
  addEventListener("hashchange", () => {
    followLink();
    paint();
  });
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) agree();
  });
  addEventListener("pageshow", (event) => event.persisted && agree());

  // Takes over what another tab did.
  function agree() {
    restore();
    linkChoice();
    paint();
  }
});
