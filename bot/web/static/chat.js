// The chat page's behaviour. The server words and draws every reply; this sends and places.
"use strict";

const find = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
const locales = { da: "da-DK", en: "en-GB" };
const log = find("log");
const field = find("question");
const day = find("day");
const today = document.body.dataset.today;
let chosen = sessionStorage.getItem("at") ?? "";
let language = sessionStorage.getItem("lang") ?? document.documentElement.lang;
let busy = false;
// By this the bot knows what "and her address?" goes on from; it is gone with the tab.
const tab = sessionStorage.getItem("tab") ?? crypto.randomUUID?.() ?? "";
sessionStorage.setItem("tab", tab);

const say = (key) => words[language][key];

function worded(date) {
  const form = new Intl.DateTimeFormat(locales[language], { dateStyle: "full", timeZone: "UTC" });
  return form.format(new Date(`${date}T00:00:00Z`));
}

function showDay() {
  day.value = chosen || today;
  find("believed").value = say("believed").replace("{day}", worded(day.value));
  find("today").hidden = !chosen;
}

// The day counts in this tab alone; an emptied field means the real one.
function setDay(date) {
  chosen = date === today ? "" : date;
  sessionStorage.setItem("at", chosen);
  showDay();
}

function speak(wanted) {
  language = wanted in words ? wanted : "da";
  sessionStorage.setItem("lang", language);
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word);
    if ("q" in element.dataset) element.dataset.q = element.textContent;
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", link.lang === language);
    if (link.lang === language) link.setAttribute("aria-current", "true");
  }
  showDay();
}

// Everything a person typed comes through here, and stays text.
function element(tag, css, text) {
  const made = document.createElement(tag);
  made.className = css;
  made.textContent = text;
  return made;
}

function placeQuestion(text) {
  const turn = element("article", "turn asked", "");
  turn.append(element("p", "speaker unseen", say("you")), element("p", "", text));
  log.append(turn);
  return turn;
}

function placeReply(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html; // drawn and escaped by the server
  log.append(holder.content);
}

function placeProblem(sentence) {
  const turn = element("article", "turn reply problem", "");
  turn.lang = language;
  turn.append(element("p", "speaker", say("problem")), element("p", "", sentence));
  log.append(turn);
}

async function send(question) {
  const headers = { "Content-Type": "application/json", "Accept-Language": language };
  const body = JSON.stringify({ ...question, lang: language, at: chosen || null, tab });
  const response = await fetch("/api/ask", { method: "POST", headers, body });
  const answer = await response.json();
  if (response.ok) placeReply(answer.html);
  else placeProblem(answer.error);
  return response.ok;
}

async function ask(question, shown) {
  if (busy) return false;
  busy = true;
  const turn = placeQuestion(shown);
  const waiting = element("p", "waiting", say("busy"));
  log.append(waiting);
  log.setAttribute("aria-busy", "true");
  turn.scrollIntoView();
  try {
    return await send(question);
  } catch {
    placeProblem(say("gone"));
    return false;
  } finally {
    waiting.remove();
    log.removeAttribute("aria-busy");
    turn.scrollIntoView();
    busy = false;
  }
}

async function submit() {
  const text = field.value.trim();
  if (!text || busy) return;
  field.value = "";
  // A question that got lost can be sent again without typing it again.
  if (!(await ask({ intent: "ask", text }, text)) && !field.value) field.value = text;
}

function press(button) {
  const { q, entry, intent } = button.dataset;
  const shown = button.textContent;
  if (entry !== undefined) return ask({ intent: "choice", entry }, shown);
  if (intent !== undefined) return ask({ intent }, shown);
  return ask({ intent: "ask", text: q }, shown);
}

find("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
find("press").addEventListener("submit", (event) => {
  event.preventDefault();
  press(event.submitter);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
day.addEventListener("change", () => {
  if (day.validity.valid) setDay(day.value);
});
find("today").addEventListener("click", () => {
  setDay("");
  day.focus();
});
for (const link of document.querySelectorAll("nav a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    speak(link.lang);
  });
}

if (day.value !== today) setDay(day.value); // an address from a visit without scripts
speak(language);
