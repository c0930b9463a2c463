// The tab's behaviour. The server words and draws everything; this signs on, sends and places.
"use strict";

const { base, signingOn, stranger, notDone } = document.body.dataset;
const home = document.getElementById("home");
const trouble = document.getElementById("trouble");
const lang = document.documentElement.lang;
const THEMES = ["default", "dark", "contrast"];
// So many milliseconds Teams has to answer; outside Teams it never does.
const PATIENCE = 10000;
let busy = false;
let inTeams = false;

function show(theme) {
  document.documentElement.dataset.theme = THEMES.includes(theme) ? theme : "default";
}

function inTime(promise) {
  const late = (_, reject) => setTimeout(() => reject(new Error("too late")), PATIENCE);
  return Promise.race([promise, new Promise(late)]);
}

// Teams keeps the token and renews it, so it is asked for every time.
async function post(path, body) {
  const token = await inTime(microsoftTeams.authentication.getAuthToken());
  return fetch(base + path, {
    method: "POST",
    headers: {
      "Accept-Language": lang,
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ ...body, lang }),
    credentials: "omit",
  });
}

function place(answer) {
  home.innerHTML = answer.html; // drawn and escaped by the server
  document.documentElement.lang = answer.language;
  home.querySelector(".said")?.focus();
}

async function signOn() {
  try {
    const response = await post("/mine", {});
    if (!response.ok) throw new Error(response.status);
    place(await response.json());
  } catch {
    trouble.textContent = stranger;
  }
}

async function press(button) {
  busy = true;
  home.setAttribute("aria-busy", "true");
  trouble.textContent = "";
  try {
    const response = await post("/press", { name: button.name, value: button.value });
    const answer = await response.json();
    if (response.ok) place(answer);
    else trouble.textContent = answer.error;
  } catch {
    trouble.textContent = notDone;
  }
  home.removeAttribute("aria-busy");
  busy = false;
}

home.addEventListener("click", (event) => {
  const button = event.target.closest("button[name]");
  if (button && !busy) press(button);
  const chat = event.target.closest('a[href^="https://teams.microsoft.com/l/"]');
  if (chat && inTeams) {
    event.preventDefault();
    microsoftTeams.app.openLink(chat.href);
  }
});

async function begin() {
  try {
    await inTime(microsoftTeams.app.initialize());
    inTeams = true;
    microsoftTeams.app.registerOnThemeChangeHandler(show);
    show((await inTime(microsoftTeams.app.getContext())).app.theme);
  } catch {
    // Not in Teams, or its library cannot be had: the page is there all the same.
  }
  if (signingOn) await signOn();
}

begin();
