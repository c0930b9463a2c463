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
// A day is typed digit by digit; so many milliseconds after the last it is the one that is meant.
const REST = 400;
let resting = 0;
// Up to this moment of the page's clock the reminders are shown, as far as there were any.
let reached = "";
// The reminders below the last question: however the day is moved about, each stands there once.
const posted = new Set();
let last = Promise.resolve();
// By this the bot knows what "and her address?" goes on from, and whom it reminds; it is
// gone with the tab.
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

function placeReminders(reminders, spoken) {
  const marks = [];
  for (const { due, when, html } of reminders) {
    if (posted.has(due + html)) continue;
    posted.add(due + html);
    const mark = element("p", "posted", when);
    mark.lang = spoken;
    log.append(mark);
    placeReply(html);
    marks.push(mark);
  }
  marks[0]?.scrollIntoView();
}

// What comes into the log comes in the order in which it was set off.
function inTurn(job) {
  last = last.then(job);
  return last;
}

async function post(path, question) {
  const headers = { "Content-Type": "application/json", "Accept-Language": language };
  const body = JSON.stringify({ ...question, lang: language, tab });
  const response = await fetch(path, { method: "POST", headers, body });
  const answer = await response.json();
  if (!response.ok) placeProblem(answer.error);
  return response.ok ? answer : null;
}

async function send(question) {
  const answer = await post("/api/ask", question);
  if (answer) placeReply(answer.html);
  return answer !== null;
}

// Moved back, the day shows nothing, but the server tells the moment that was gone back to.
async function showReminders(until) {
  const spoken = language;
  try {
    const answer = await post("/api/reminders", { since: reached, until });
    if (!answer) return;
    reached = answer.until;
    placeReminders(answer.reminders, spoken);
  } catch {
    placeProblem(say("missed"));
  }
}

function letTimePass() {
  clearTimeout(resting);
  resting = 0;
  const until = chosen || null;
  return inTurn(() => showReminders(until));
}

function moveDay(date) {
  setDay(date);
  clearTimeout(resting);
  resting = setTimeout(letTimePass, REST);
}

async function ask(question, shown) {
  if (busy) return false;
  busy = true;
  if (resting) letTimePass();
  const asked = { ...question, at: chosen || null };
  return inTurn(() => converse(asked, shown));
}

async function converse(question, shown) {
  posted.clear();
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
  const { q, entry, intent, remind, stop, press: pressed } = button.dataset;
  const shown = button.textContent;
  if (pressed !== undefined) return ask(JSON.parse(pressed), shown);
  if (remind !== undefined) return ask({ intent: "remind", entry: remind }, shown);
  if (stop !== undefined) return ask({ intent: "stop-reminding", entry: stop }, shown);
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
  if (day.validity.valid) moveDay(day.value);
});
find("today").addEventListener("click", () => {
  moveDay("");
  day.focus();
});
for (const link of document.querySelectorAll("nav a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    speak(link.lang);
  });
}

if (day.value !== today) setDay(day.value); // an address from a visit without scripts
reached = `${chosen || today}T${document.body.dataset.clock}`;
speak(language);
