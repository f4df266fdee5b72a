// Prints a guide as a setup wizard would ask for it: each step, and what is to be done in it.
// The types are those that `guidec build` publishes beside the data.

import { readFileSync } from "node:fs";
import type { Block, Guide, Section, Step } from "../../build/schema/guide";

/** Gives what a reader does in a block, one line for each thing. */
function tasks(block: Block): string[] {
  switch (block.type) {
    case "list":
      return block.items.flatMap((item) => [item.text, ...item.content.flatMap(tasks)]);
    case "steps":
      return block.steps.flatMap((step) => step.content.flatMap(tasks));
    case "tabs":
      return block.tabs.flatMap((tab) => tab.content.flatMap(tasks));
    case "admonition":
      return [`${block.kind.toUpperCase()}: ${block.text}`];
    default:
      return [];
  }
}

function steps(section: Section): Step[] {
  return [...section.steps, ...section.sections.flatMap(steps)];
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("Usage: node dist/steps.js GUIDE.json");
  process.exit(2);
}
const guide: Guide = JSON.parse(readFileSync(path, "utf8"));
if (guide.schema_version !== "1") {
  throw new Error(`Unexpected schema version ${guide.schema_version}, expected 1`);
}

console.log(guide.title);
guide.sections.flatMap(steps).forEach((step, index) => {
  console.log(`${index + 1}. ${step.title ?? step.text}`);
  step.content.flatMap(tasks).forEach((task) => console.log(`   - ${task}`));
});
for (const { url, label } of guide.redirect_urls) {
  console.log(`${label ?? "Redirect URL"}: ${url}`);
}
