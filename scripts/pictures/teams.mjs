// Runs in the browser: one card in a frame like Teams'. `draw.mjs` bundles it.

import DROP from "../../bot/web/static/drop.svg";
import * as cards from "adaptivecards";
import markdown from "markdown-it";
import "./teams.css";

// Teams reads Markdown in text blocks: what is drawn shows whether anything is taken for it.
cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown().render(text);
  result.didProcess = true;
};

const INKS = {
  light: { ink: "#242424", soft: "#616161", line: "#e0e0e0", accent: "#5b5fc7" },
  dark: { ink: "#ffffff", soft: "#adadad", line: "#3d3d3d", accent: "#7f85f5" },
};

/** What Teams tells the library of its look, as near as can be seen from outside. */
function host(theme) {
  const { ink, soft, line, accent } = INKS[theme];
  const colour = { default: ink, subtle: soft };
  const foregroundColors = { default: colour, accent: { default: accent, subtle: accent } };
  const font = {
    fontFamily: '"Open Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 18, large: 24, extraLarge: 32 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 24, large: 32, extraLarge: 40 },
  };
  return new cards.HostConfig({
    actions: {
      actionAlignment: "left",
      actionsOrientation: "horizontal",
      buttonSpacing: 8,
      maxActions: 6,
      spacing: "default",
    },
    containerStyles: { default: { backgroundColor: "transparent", foregroundColors } },
    fontTypes: { default: font, monospace: font },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *" } } },
    separator: { lineColor: line, lineThickness: 1 },
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    supportsInteractivity: true,
  });
}

function box(className, ...children) {
  const made = document.createElement("div");
  made.className = className;
  made.append(...children);
  return made;
}

function icon(className, content) {
  const made = box(`icon ${className}`);
  made.innerHTML = content;
  return made;
}

function card({ blocks: [content], theme }) {
  const shown = new cards.AdaptiveCard();
  shown.hostConfig = host(theme);
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  shown.parse(content, context);
  for (let number = 0; number < context.eventCount; number++) {
    const { message } = context.getEventAt(number);
    // Of every second card the library says so, for its pattern remembers where it stopped.
    if (!message.includes('property "lang"')) {
      throw new Error(message);
    }
  }
  return box("card", shown.render());
}

/** Show a scene; its picture is that of the element `main`. */
globalThis.show = async (scene) => {
  const main = document.createElement("main");
  main.className = scene.theme;
  if (scene.asked) {
    main.append(box("mine", box("by", scene.clock), box("typed", scene.asked)));
  }
  const by = box("by", "RAIN", box("clock", scene.clock));
  main.append(box("row", icon("app", DROP), box("said", by, card(scene))));
  document.body.replaceChildren(main);
  await document.fonts.ready;
};
