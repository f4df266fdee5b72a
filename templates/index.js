"use strict";

// Without this script the page is a list of links; it adds how far each guide is, and a filter.
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const guides = [...document.querySelectorAll("[data-guide]")];

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // How far each guide is: its page keeps {"progress": [ticked, all]} under the guide's key.

  function progressOf(guide) {
    const boxes = Number(guide.dataset.boxes);
    try {
      const [ticked, all] = JSON.parse(localStorage.getItem(`guidec:${guide.dataset.guide}`)).progress;
      if (Number.isInteger(ticked) && Number.isInteger(all) && 0 <= ticked && ticked <= all && all <= boxes) {
        return [ticked, all];
      }
    } catch {
      // Nothing is kept yet, storage is refused, or what it holds is damaged.
    }
    return [0, boxes];
  }

  function paint(guide) {
    const [ticked, all] = progressOf(guide);
    guide.querySelector(".count").textContent = `${ticked} of ${all}`;
    Object.assign(guide.querySelector("progress"), { max: Math.max(all, 1), value: ticked });
  }

  for (const guide of guides) {
    const name = guide.querySelector("a").textContent;
    guide
      .querySelector(".state")
      ?.append(element("span", { className: "count" }), element("progress", { ariaLabel: `Progress of ${name}` }));
  }
  const counted = guides.filter((guide) => guide.querySelector(".count"));
  counted.forEach(paint);
  addEventListener("storage", () => counted.forEach(paint));
  addEventListener("pageshow", (event) => event.persisted && counted.forEach(paint));

  // The filter: a guide is shown where its text holds every word.

  const slot = document.querySelector(".filter");
  const field = element("input", { type: "search", id: "filter", autocomplete: "off" });
  const found = element("p", { className: "meta", role: "status" });

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const guide of guides) {
      const text = `${guide.textContent} ${guide.dataset.guide}`.toLowerCase();
      guide.hidden = !words.every((word) => text.includes(word));
    }
    for (const folder of document.querySelectorAll("section")) {
      folder.hidden = !folder.querySelector("[data-guide]:not([hidden])");
    }
    const shown = guides.filter((guide) => !guide.hidden).length;
    found.textContent = words.length ? `${shown} of ${guides.length} shown` : "";
  }

  field.addEventListener("input", filter);
  slot.append(element("label", { htmlFor: "filter" }, "Filter"), field, found);
});
