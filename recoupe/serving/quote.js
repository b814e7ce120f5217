// Added by the preview to a source's page: words that are selected in its text become a quote, to be
// copied, added to a claim, or to start one with. The server does all the finding and writing.
'use strict';

const TOLD = 'recoupe-preview-told';
const SETTLED = 200; // milliseconds that a selection must stand: it grows while it is made

const panel = document.getElementById('preview-quote');
const told = document.getElementById('preview-told');
const part = (name, within = panel) => within.querySelector(`[data-${name}]`);
const text = { source: panel.dataset.source, sha256: panel.dataset.sha256 };
let selection = null;
let exact = ''; // the words that are to be quoted: claims like them are offered until others are typed

const asked = async (question, body) => {
  const found = await fetch(`/_preview/${question}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Recoupe-Token': panel.dataset.token },
    body: JSON.stringify(body),
  })
    .then((answer) => answer.json())
    .catch(() => null); // the preview has ended, or another one began since this page was made
  if (!found || found.refused) throw new Error(found?.refused || panel.dataset.lost);
  return found;
};

const refuse = (error) => {
  part('refused').textContent = error ? error.message : '';
  part('refused').hidden = !error;
};

/** Code points before a place in the captured file: offsets of browsers are UTF-16 units. */
const offset = (excerpt, node, at) => {
  const before = document.createRange();
  before.selectNodeContents(excerpt);
  before.setEnd(node, at);
  return Number(excerpt.dataset.start) + [...before.toString()].length;
};

/** What is selected of the text; a selection may begin before it or end behind it. */
const selected = () => {
  const made = getSelection();
  if (!made.rangeCount || made.isCollapsed) return null;
  const range = made.getRangeAt(0);
  const touched = [...document.querySelectorAll('.text .excerpt')].filter((one) =>
    range.intersectsNode(one),
  );
  if (!touched.length) return null;
  const [first, last] = [touched[0], touched.at(-1)];
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const start = first.contains(startContainer)
    ? offset(first, startContainer, startOffset)
    : Number(first.dataset.start);
  const end = last.contains(endContainer)
    ? offset(last, endContainer, endOffset)
    : Number(last.dataset.end);
  return end > start ? { ...text, start, end } : null;
};

const say = (words, undo) => {
  part('said', told).textContent = words;
  part('undo', told).hidden = !undo;
  part('undo', told).value = undo || '';
  told.hidden = false;
};

/** After a write the page may be loaded again; what was done is told there too, and can be undone. */
const leave = (words, undo) =>
  sessionStorage.setItem(TOLD, JSON.stringify({ page: location.pathname, words, undo }));

const forget = () => {
  sessionStorage.removeItem(TOLD);
  told.hidden = true;
};

const wrote = (found) => {
  const words = panel.dataset.added.replace('{path}', found.path);
  leave(words, found.undo);
  close();
  say(words, found.undo);
};

const button = (words, press) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', press);
  return made;
};

const add = async (claim, account) => {
  try {
    const { id, digest } = claim;
    const stance = part('stance').value;
    wrote(await asked('add', { selection, claim: id, digest, account, stance }));
  } catch (error) {
    refuse(error);
    list(); // a claim that has changed is offered as it is now
  }
};

const stanceName = (stance) =>
  [...part('stance').options].find((one) => one.value === stance)?.textContent.trim() || stance;

const choices = (claim) => {
  if (!claim.accounts.length) return [button(panel.dataset.new, () => add(claim, null))];
  if (claim.accounts.some(([, stance]) => stance === 'silent')) return [panel.dataset.silent];
  return claim.accounts.map(([number, stance, id]) => {
    const words = panel.dataset.into.replace('{stance}', stanceName(stance));
    return button(id ? `${words} (${id})` : words, () => add(claim, number));
  });
};

const list = async () => {
  try {
    const typed = part('words').value;
    const { claims } = await asked('claims', { source: text.source, words: typed || exact });
    if (typed !== part('words').value) return; // a later answer is on its way
    const rows = claims.map((claim) => {
      const row = document.createElement('li');
      const id = document.createElement('code');
      id.textContent = claim.id;
      row.append(claim.statement, ' ', id, ...choices(claim));
      return row;
    });
    part('claims').replaceChildren(...(rows.length ? rows : [panel.dataset.none]));
  } catch (error) {
    refuse(error);
  }
};

const show = async () => {
  const made = selected();
  if (!made) return;
  const same = selection && selection.start === made.start && selection.end === made.end;
  if (same && !panel.hidden) return;
  selection = made;
  try {
    const found = await asked('quote', made);
    if (selection !== made) return;
    if (exact !== found.exact) part('words').value = ''; // they were for other words
    exact = found.exact;
    part('yaml').textContent = `- ${found.yaml}`;
    refuse(null);
  } catch (error) {
    part('yaml').textContent = '';
    refuse(error);
  }
  const named = Boolean(part('yaml').textContent);
  part('writing').hidden = !named;
  part('copy-yaml').hidden = !named;
  part('copy-yaml').textContent = part('copy-yaml').dataset.copy;
  if (named) list();
  panel.hidden = false;
};

/** An identifier to begin with, of the first words of a sentence. */
const slug = (sentence) =>
  (sentence.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z][a-z0-9]*/g) || [])
    .filter((word) => word.length > 2)
    .slice(0, 4)
    .join('-')
    .slice(0, 80);

/** A page that has changed meanwhile is loaded again only now, since what was typed would be lost. */
const close = () => {
  panel.hidden = true;
  panel.dispatchEvent(new Event('close', { bubbles: true }));
};

let settling = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(settling);
  settling = setTimeout(show, SETTLED);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    if (panel.contains(document.activeElement)) document.querySelector('main').focus({ preventScroll: true });
    close();
    forget();
  }
  // The panel stands behind all of the page: from the words, Tab goes there at once.
  const away = !panel.contains(document.activeElement) && !getSelection().isCollapsed;
  if (event.key === 'Tab' && !event.shiftKey && !panel.hidden && away) {
    event.preventDefault();
    part('copy-yaml').focus();
  }
});

/* Words that are quoted already are links. In a link no browser lets a mouse begin to select, and a click opens
   what quotes them: here they are links in all but that. */
for (const link of document.querySelectorAll('.text a[href]')) {
  link.removeAttribute('href');
  link.setAttribute('role', 'link');
  link.tabIndex = 0;
}
document.addEventListener(
  'click',
  (event) => {
    if (getSelection().isCollapsed || !event.target.closest('.text')) return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);
part('close').addEventListener('click', close);
part('copy-yaml').dataset.copy = part('copy-yaml').textContent;
part('copy-yaml').addEventListener('click', async () => {
  await navigator.clipboard.writeText(part('yaml').textContent);
  part('copy-yaml').textContent = panel.dataset.copied;
});
let typing = 0;
part('words').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(list, SETTLED);
});

const { statement, id } = part('start').elements;
statement.addEventListener('input', () => {
  if (!id.dataset.typed) id.value = slug(statement.value);
});
id.addEventListener('input', () => {
  id.dataset.typed = id.value;
});
part('start').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const stance = part('stance').value;
    wrote(await asked('start', { selection, id: id.value, statement: statement.value, stance }));
  } catch (error) {
    refuse(error);
  }
});

part('undo', told).addEventListener('click', async () => {
  try {
    await asked('undo', { undo: part('undo', told).value });
    forget();
    say(panel.dataset.undone);
  } catch (error) {
    say(error.message);
  }
});

const before = JSON.parse(sessionStorage.getItem(TOLD) || 'null');
if (before && before.page === location.pathname) say(before.words, before.undo);
