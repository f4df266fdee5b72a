// Runs in pages that `guidec serve` shows, never in those on the disk.
(() => {
  "use strict";
  const here = JSON.parse(document.getElementById("guidec-live").textContent);
  const panel = document.createElement("section");
  const styles = {
    position: "fixed", insetInline: "0", bottom: "0", zIndex: "9", maxHeight: "40vh", overflow: "auto",
    padding: "0.75rem 1rem", background: "#1d2422", color: "#fdfdfc", font: "0.875rem/1.5 ui-monospace, monospace",
    borderTop: "3px solid #e0a100",
  };

  function show(problems) {
    panel.replaceChildren();
    if (!problems.length) return panel.remove();
    Object.assign(panel.style, styles);
    panel.setAttribute("aria-label", "What guidec found");
    panel.setAttribute("role", "status");
    for (const problem of problems) {
      const line = panel.appendChild(document.createElement("div"));
      line.textContent = problem.text; // text of a guide is never markup
      line.style.overflowWrap = "anywhere";
      if (problem.severity === "error") line.style.color = "#ffb4ab";
    }
    document.body.append(panel);
  }

  const page = encodeURIComponent(decodeURIComponent(location.pathname));
  new EventSource(`/-/events?page=${page}`).addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    // While a guide is broken its page stays open as it was.
    if (now.page !== null && now.page !== here.page) location.reload();
    else show(now.problems);
  });
})();
