// Runs in the browser: one scene in its frame. `draw.mjs` bundles it.

import DROP from "../../bot/web/static/drop.svg";
import { createElement as element, Fragment } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Message } from "slack-blocks-to-jsx";
import "slack-blocks-to-jsx/dist/style.css";
import "./slack.css";

const box = (className, ...children) => element("div", { className }, ...children);
const text = (className, content) => content && element("span", { className }, content);
const name = (content) => element("b", null, content);
const badge = text("badge", "APP");
const sign = (className) =>
  element("div", { className: `icon ${className}`, dangerouslySetInnerHTML: { __html: DROP } });

// The library takes the middle of "09:00–17:00" in mrkdwn for a name; what is no emoji stays.
function emoji(found, parse) {
  const called = found.name.replace(/^:|:$/g, "");
  const drawn = parse({ ...found, name: called });
  return drawn === called ? `:${called}:` : drawn;
}

// What the library leaves out: the chosen option of a menu, that a box has one line, and that an
// input may stay empty. And what it says of every input: that the return key sends it.
function complete(part) {
  if (part?.type === "plain_text_input" && !part.multiline) {
    return { ...part, action_id: `line-${part.action_id}` };
  }
  if (part?.type === "static_select" && part.initial_option) {
    return { ...part, action_id: `chosen-${part.action_id}`, placeholder: part.initial_option.text };
  }
  if (part?.type === "input") {
    const label = part.optional ? `${part.label.text} (optional)` : part.label.text;
    const id = part.dispatch_action ? part.block_id : `quiet-${part.block_id}`;
    return { ...part, block_id: id, label: { ...part.label, text: label } };
  }
  return part;
}

function blocks({ blocks: given, people, theme }) {
  const blocks = JSON.parse(JSON.stringify(given), (_, part) => complete(part));
  const users = Object.entries(people).map(([id, name]) => ({ id, name }));
  const ours = { name: "RAIN", logo: "", hooks: { emoji }, withoutWrapper: true };
  return element(Message, { blocks, theme, data: { users }, ...ours });
}

const said = (icon, who, clock, content) =>
  box("row", icon, box("said", box("by", ...who, element("time", null, clock)), content));

const FRAMES = {
  message: (scene) => [
    scene.asked && said(box("icon person", "A"), [name("Anna")], scene.clock, box("typed", scene.asked)),
    said(sign("app"), [name("RAIN"), badge], scene.clock, blocks(scene)),
  ],
  home: (scene) => [box("top", sign("small"), name("RAIN"), badge), box("view", blocks(scene))],
  modal: (scene) => [
    box("top", sign("small"), name(scene.title), text("cross", "×")),
    box("view", blocks(scene)),
    box("foot", text("key", scene.close), text("key submit", scene.submit)),
  ],
};

/** Show a scene; its picture is that of the element `main`. */
globalThis.show = async (scene) => {
  const main = document.createElement("main");
  main.className = `${scene.kind} ${scene.theme}`;
  document.body.replaceChildren(main);
  flushSync(() => createRoot(main).render(element(Fragment, null, ...FRAMES[scene.kind](scene))));
  await document.fonts.ready;
  // The library settles some of its controls after they are first shown.
  await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
};
