// Starts the emulated Slack. The first line of the input is JSON: `seed` is the workspace, `events`
// the address that hears of everything that happens in it. Says its own address in one line, and
// ends when the input does.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createEmulator } from "emulate";

const dist = new URL("node_modules/emulate/dist/", import.meta.url);

// The emulator tells subscribers of events, but its package has no setting for who they are.
async function subscribe(url) {
  const api = readFileSync(new URL("api.js", dist), "utf8");
  const [, file] = api.match(/import\("\.\/([\w.-]+)"\);\s*return \{ plugin: mod\.slackPlugin\b/);
  const { slackPlugin } = await import(new URL(file, dist).href);
  const register = slackPlugin.register;
  slackPlugin.register = (app, store, webhooks, ...more) => {
    webhooks.register({ url, events: ["*"], active: true, owner: "slack" });
    register(app, store, webhooks, ...more);
  };
}

let emulator;
const input = createInterface({ input: process.stdin });
input.once("line", async (line) => {
  const { seed, events } = JSON.parse(line);
  await subscribe(events);
  emulator = await createEmulator({ service: "slack", port: 0, seed: { slack: seed } });
  console.log(emulator.url);
});
input.once("close", async () => {
  await emulator?.close();
  process.exit(0);
});
