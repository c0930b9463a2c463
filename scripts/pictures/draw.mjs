// Draws scenes. Usage: node draw.mjs CHROMIUM FRAME FOLDER, with the scenes as JSON on standard input.
// FRAME is the module that shows one of them in the browser.
// Each becomes FOLDER/<name>.png; the files' names go to standard output, one a line.

import { join } from "node:path";
import { json } from "node:stream/consumers";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import sharp from "sharp";

const SCALE = 2; // pixels of the picture for one on the screen
// Grey edges and no hinting, so that letters look alike on every machine.
const OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none"];
const COLOURS = 16; // enough for text, and half a byte a pixel

/** Everything the page needs, as one script and one style sheet: it fetches nothing. */
async function bundled(frame) {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    entryPoints: [frame],
    loader: { ".svg": "text", ".woff2": "dataurl" },
    outdir: "nowhere",
    write: false,
  });
  const content = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text;
  return { script: content(".js"), style: content(".css") };
}

const [executablePath, frame, folder] = process.argv.slice(2);
const scenes = await json(process.stdin);
const { script, style } = await bundled(frame);
const browser = await chromium.launch({ executablePath, args: OPTIONS });
try {
  const context = await browser.newContext({ deviceScaleFactor: SCALE, offline: true });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.setContent("<!doctype html>");
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
  for (const scene of scenes) {
    const file = join(folder, `${scene.name}.png`);
    await page.evaluate((shown) => globalThis.show(shown), scene);
    const shot = await page.locator("main").screenshot({ animations: "disabled" });
    await sharp(shot).png({ palette: true, colours: COLOURS, effort: 10, dither: 0 }).toFile(file);
    console.log(file);
  }
} finally {
  await browser.close();
}
