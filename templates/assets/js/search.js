// Searches as one types. Pagefind is loaded with the first words, and nothing of it before.
(() => {
  const form = document.querySelector(".search"), field = form.elements.q;
  const status = document.querySelector(".search-status");
  const groups = [...document.querySelectorAll(".search-group")];
  const RESULTS = 10, PLACES = 3, WORDS = 30, BEFORE = 8;
  let turn = 0, waiting;

  const mould = (id) => document.getElementById(id).content.cloneNode(true).firstElementChild;
  const label = (name) => document.querySelector(`[data-label="${name}"]`)?.content.cloneNode(true);
  const told = (name, query, number) =>
    label(name).textContent.replace("{number}", number).replace("{query}", () => query);
  const split = (text) => text.split(/\s+/);
  // The index has "l’" as a word, followed by U+2060 where the text has no space.
  const joined = (words) =>
    words.join(" ").replace(/\u2060 ?/g, "").replace(/(«) | ([»:;!?])/g, "$1\xa0$2");
  const asked = (text) =>
    text.replace(/[«»“”]/g, '"').replace(/(^|[\s"])([cdjlmnst]|qu)['’]/gi, "$1");
  const bare = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  // For a word that it lacks, Pagefind takes the longest beginning that it has, be it one letter.
  const meant = (query, { content, locations, meta }) => {
    const words = split(content);
    const found = bare([...locations.map((at) => words[at]), ...Object.values(meta)].join(" "));
    return bare(query).every((one) => {
      const least = Math.max(Math.min(3, one.length), one.length / 2);
      return found.some((word) => word.startsWith(one.slice(0, Math.ceil(least))));
    });
  };

  const place = ({ id, text, from, to, hits }, words, url) => {
    const made = mould("search-place"), [link, excerpt] = made.children;
    const name = text || label(id.startsWith("span-") ? "quoted" : id)?.textContent;
    if (name) [link.textContent, link.href] = [joined(split(name)), `${url}#${id}`];
    else link.remove();
    const start = Math.max(from, Math.min((hits[0] ?? from) - BEFORE, to - WORDS));
    const end = Math.min(to, start + WORDS);
    // Every second piece, between two U+0001, is a hit, or several in a row.
    const shown = words.slice(start, end)
      .map((word, at) =>
        hits.includes(start + at) ? word.replace(/[^\u2060]+/, "\x01$&\x01") : word);
    const pieces = joined(shown).replace(/\x01(\s?)\x01/g, "$1").split("\x01").map((piece, at) => {
      const element = document.createElement(at % 2 ? "mark" : "span");
      element.textContent = piece;
      return element;
    });
    excerpt.append(start > from ? "… " : "", ...pieces, end < to ? " …" : "");
    return made;
  };

  const result = ({ anchors, content, filters, locations, meta, url }) => {
    const made = mould("search-result"), [title, note, list] = made.children;
    const link = title.firstChild, words = split(content);
    [link.textContent, link.href] = [joined(split(meta.title)), form.dataset.root + url.slice(1)];
    note.append(label(filters.label?.[0]) || joined(split(meta.publisher || "")));
    const starts = [{ id: "", text: "", location: 0 }, ...anchors]
      .sort((a, b) => a.location - b.location);
    const parts = starts.map(({ id, text, location }, index) => {
      const to = starts[index + 1]?.location ?? words.length;
      const hits = locations.filter((at) => at >= location && at < to).sort((a, b) => a - b);
      return { id, text, from: location + (text && split(text).length), to, hits };
    });
    const hit = parts.filter((part) => part.hits.length)
      .sort((a, b) => b.hits.length - a.hits.length);
    const shown = hit.length ? hit.slice(0, PLACES) : parts.slice(0, 1);
    list.append(...shown.map((one) => place(one, words, link.href)));
    return made;
  };

  const show = async (group, results, from, mine) => {
    const list = group.querySelector("ol"), more = group.querySelector("button");
    const data = await Promise.all(results.slice(from, from + RESULTS).map((one) => one.data()));
    if (mine !== turn) return;
    list.replaceChildren(...[...list.children].slice(0, from), ...data.map(result));
    group.querySelector(".search-count").textContent = results.length;
    group.hidden = !results.length;
    more.hidden = results.length <= from + RESULTS;
    more.onclick = async () => {
      await show(group, results, from + RESULTS, mine);
      list.children[from + RESULTS]?.querySelector("a").focus();
    };
  };

  const find = async (query) => {
    const mine = ++turn, words = asked(query);
    let found = groups.map(() => []);
    try {
      if (words) {
        const { search } = await import(new URL(form.dataset.script, location));
        const all = await Promise.all(
          groups.map(({ dataset: { kind } }) => search(words, { filters: { kind } })));
        const best = all.flatMap((one) => one.results)[0];
        if (best && meant(words, await best.data())) found = all.map((one) => one.results);
      }
      await Promise.all(groups.map((group, index) => show(group, found[index], 0, mine)));
    } catch {
      found = null;
    }
    if (mine !== turn) return;
    const number = found?.flat().length;
    const name = found ? (number ? (number > 1 ? "many" : "one") : "none") : "failed";
    status.textContent = query && told(name, query, number);
    document.querySelector(".search-none").hidden = !query || name !== "none";
  };

  const typed = () => new URLSearchParams(location.search).get("q") || "";
  const search = (change) => {
    clearTimeout(waiting);
    const query = field.value.trim();
    const address = query ? `?q=${encodeURIComponent(query)}` : "./";
    if (query !== typed()) history[change](null, "", address);
    find(query);
  };
  const restore = () => find(field.value = typed());

  field.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150, "replaceState");
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    search("pushState");
  };
  // A jump to a fragment is told as popstate, too, and changes no query.
  addEventListener("popstate", () => field.value.trim() === typed() || restore());
  document.querySelector(".search-without").hidden = true;
  form.hidden = false;
  restore();
})();
