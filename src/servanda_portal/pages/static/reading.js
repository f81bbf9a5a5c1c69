// Step through the marks of a document: j or n to the next, k or p to the one before. The page needs none of this.
"use strict";

const marks = [...document.querySelectorAll("mark[id]")];
let here = -1;

function passed() {
  const top = window.innerHeight / 4;
  return marks.findLastIndex((mark) => mark.getBoundingClientRect().top <= top);
}

document.addEventListener("keydown", (pressed) => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.target.closest("input, select, textarea")) return;
  const step = { j: 1, n: 1, k: -1, p: -1 }[pressed.key];
  if (!step || marks.length === 0) return;
  const from = here < 0 ? passed() : here;
  here = Math.min(Math.max(from + step, 0), marks.length - 1);
  const mark = marks[here];
  for (const one of document.querySelectorAll("mark.stepped")) one.classList.remove("stepped");
  mark.classList.add("stepped");
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
});
