/* A source's page: shows what quotes the words that are pointed at, focused or tapped, beside them (on a
   narrow window in a sheet below), lights the words that an address or an entry means, and shows in the
   ribbon where the reader is. What is shown is copied from the list of passages; without this script the
   words lead there, or to the claim. */
(() => {
  const text = document.getElementById("text");
  const note = document.getElementById("note");
  const list = note.querySelector(".note-passages");
  const margin = note.parentElement;
  const wide = matchMedia("(min-width: 64rem)");
  const rest = 120; // ms on a mark before its note shows: the pointer may cross others on its way to the note
  const gap = 16; // px between the note and the edge of the window
  let shown = null; // the mark whose note is open
  let entered = false; // whether the reader went into it
  let timer;

  const marks = (span) => text.querySelectorAll(`mark[data-spans~="${span}"]`);

  const light = (name, spans) => {
    for (const mark of text.querySelectorAll(`.${name}`)) mark.classList.remove(name);
    for (const span of spans) for (const mark of marks(span)) mark.classList.add(name);
  };

  const entry = (span) => {
    const passage = document.getElementById(`passage-${span}`)?.cloneNode(true);
    passage?.removeAttribute("id");
    passage?.setAttribute("data-span", span);
    return passage;
  };

  /* In the margin at the height of the words, and inside the window if they are; the sheet moves the words. */
  const place = () => {
    if (!wide.matches) return shown.scrollIntoView({ block: "nearest" });
    const words = shown.getClientRects()[0];
    const room = margin.getBoundingClientRect();
    const seen = words.bottom > 0 && words.top < innerHeight;
    const lowest = Math.min(room.bottom, seen ? innerHeight - gap : Infinity) - note.offsetHeight;
    const top = Math.min(seen ? Math.max(words.top, gap) : words.top, lowest) - room.top;
    note.style.setProperty("--note-top", `${Math.max(0, top)}px`);
  };

  const show = (mark, spans = mark.dataset.spans.split(" ").reverse()) => {
    const entries = spans.map(entry).filter(Boolean);
    clearTimeout(timer);
    if (!entries.length) return;
    list.replaceChildren(...entries);
    shown = mark;
    entered = false;
    note.hidden = false;
    light("shown", spans);
    light("lit", []);
    place();
  };

  const close = () => {
    clearTimeout(timer);
    if (note.hidden) return;
    const at = document.activeElement;
    if (note.contains(at) || (entered && !at.matches("a, button, summary"))) back();
    note.hidden = true;
    entered = false;
    light("shown", []);
    light("lit", []);
  };

  const back = () => shown.querySelector("a").focus({ preventScroll: true });

  const enter = (mark) => {
    show(mark);
    entered = true;
    note.focus({ preventScroll: true });
  };

  const arrive = () => {
    const [, list, span] = location.hash.match(/^#(passage-)?(span-\w+)$/) ?? [];
    const [first] = span ? marks(span) : [];
    light("target", span ? [span] : []);
    if (first && !list) show(first, [span]);
  };

  const marked = (event) => event.target.closest("#text mark a")?.closest("mark");

  document.addEventListener("click", (event) => {
    const mark = marked(event);
    if (mark && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      enter(mark);
    } else if (event.target.closest(".note-close") || !event.target.closest("#note, a")) close();
  });

  document.addEventListener("focusin", (event) => {
    const mark = marked(event);
    if (mark && event.target.matches(":focus-visible")) show(mark);
    else if (!mark && event.target.matches("a, button, summary") && !note.contains(event.target)) close();
  });

  document.addEventListener("keydown", (event) => {
    if (note.hidden) return;
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    // The note stands behind the text: from its last words, Tab goes past it, and not in and round.
    if (!event.shiftKey && text.contains(document.activeElement)) close();
    if (!note.contains(document.activeElement)) return;
    const stops = [...note.querySelectorAll("a, button")];
    const place = stops.indexOf(document.activeElement);
    if (event.shiftKey ? place > 0 : place < stops.length - 1) return;
    if (event.shiftKey) event.preventDefault();
    back(); // and a Tab forward goes on from the words
    if (!event.shiftKey) close();
  });

  text.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    const mark = marked(event);
    if (mark && mark !== shown && !entered && wide.matches && event.pointerType === "mouse")
      timer = setTimeout(show, rest, mark);
  });
  text.addEventListener("pointerleave", () => clearTimeout(timer));

  for (const kind of ["pointerover", "focusin"])
    note.addEventListener(kind, (event) => {
      const span = event.target.closest("[data-span]")?.dataset.span;
      light("lit", span ? [span] : []);
    });
  note.addEventListener("pointerleave", () => light("lit", []));

  for (const link of text.querySelectorAll("mark a")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-description", link.title);
    link.removeAttribute("title"); // it would lie over the words beside which the note says the same
  }

  addEventListener("resize", () => note.hidden || place());
  addEventListener("hashchange", arrive);
  document.querySelector(".reading-passages").removeAttribute("tabindex"); // it has no scroll bar here

  /* The ribbon: which part of the article is in the window, and the arrow keys go along the bands. */
  const strip = document.querySelector(".ribbon-strip");
  const here = strip.querySelector(".ribbon-here");
  const bands = [...strip.querySelectorAll("a")];
  const { start, end } = strip.dataset;
  let waiting = false;

  /* Thousandths of the body, by code points, that stand above the height `y` of the window. */
  const above = (y) => {
    let point = start;
    for (const excerpt of text.children) {
      const box = excerpt.getBoundingClientRect();
      const share = Math.min(1, (y - box.top) / box.height);
      if (share > 0) point = +excerpt.dataset.start + share * (excerpt.dataset.end - excerpt.dataset.start);
    }
    return (1000 * (point - start)) / (end - start);
  };

  const follow = () => {
    waiting = false;
    here.setAttribute("y", above(0));
    here.setAttribute("height", above(innerHeight) - above(0));
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  };

  strip.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && bands[bands.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  follow();
  arrive();
})();
