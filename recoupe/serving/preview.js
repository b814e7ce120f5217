// Added by the preview: what has changed takes the place of what was there, stylesheets and the page
// itself, so that nothing else is fetched again and scroll and focus stay as they are. Only a page whose own
// scripts would not know of what is new is loaded anew.
'use strict';

const PLACE = 'recoupe-preview-place';
const FOLDED = 'recoupe-preview-folded';
const ADORNING = /\/js\/copy\.js$/; // scripts that adorn what they find and do nothing else: they can run again
const OWN = /^\/(_preview\/preview|livereload)\.js$/; // these outlive the page that brought them

/** The name of a stylesheet without the hash of its content. */
const stem = (url) => new URL(url, location.href).pathname.replace(/\.[0-9a-f]{8}\.css$/, '');

const replaced = (sheet, url) => {
  const fresh = sheet.cloneNode();
  fresh.href = url;
  fresh.addEventListener('load', () => sheet.remove());
  sheet.after(fresh);
};

const scripts = (page) =>
  [...page.querySelectorAll('script[src]')].filter((one) => !OWN.test(one.getAttribute('src')));
const sheets = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];
const address = (one) => new URL(one.getAttribute(one.matches('link') ? 'href' : 'src'), location.href).href;
const files = (page) => [...scripts(page), ...sheets(page)].map(address).join('\n');

/** The children's numbers that lead from the page's body to an element. */
const path = (element) => {
  const steps = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    steps.unshift([...at.parentElement.children].indexOf(at));
  }
  return steps;
};

const at = (steps) => steps.reduce((found, step) => found && found.children[step], document.body);

/** Where the reader is: what has the focus, how far the page is scrolled. */
const here = () => {
  const active = document.activeElement;
  const steps = active && active !== document.body ? path(active) : null;
  return { page: location.pathname, id: steps && active.id, steps, left: scrollX, top: scrollY };
};

const goBack = ({ id, steps, left, top }) => {
  scrollTo({ left, top, behavior: 'instant' });
  const found = steps && (id ? document.getElementById(id) : at(steps));
  if (found) found.focus({ preventScroll: true });
};

/** The page is loaded with all its files. */
const load = () => {
  sessionStorage.setItem(PLACE, JSON.stringify(here()));
  location.reload();
};

/** Load the page, but not from under somebody who is writing in the panel: then when it is closed. */
const loadSoon = () => {
  const panel = document.getElementById('preview-quote');
  if (!panel || panel.hidden) load();
  else panel.addEventListener('close', load, { once: true });
};

const MISTAKES = '.preview-mistakes';

/** Mistakes that were folded stay so until there are none. */
const fold = () => {
  const mistakes = document.querySelector(`${MISTAKES} details`);
  if (!mistakes) return sessionStorage.removeItem(FOLDED);
  mistakes.open = !sessionStorage.getItem(FOLDED);
  mistakes.addEventListener('toggle', () => {
    if (mistakes.open) sessionStorage.removeItem(FOLDED);
    else sessionStorage.setItem(FOLDED, 'yes');
  });
};

/** A page without what lies over it. */
const bare = (page) => {
  const body = page.body.cloneNode(true);
  body.querySelector(MISTAKES)?.remove();
  return body.outerHTML;
};

/** Lay what is wrong in `fresh` over this page, in place of what was. */
const layOver = (fresh) => {
  const [before, now] = [document, fresh].map((page) => page.querySelector(MISTAKES));
  if (before?.textContent === now?.textContent) return;
  before?.remove();
  if (now) document.body.append(now);
  fold();
};

let { state } = document.currentScript.dataset; // which one of the preview's looks this page is of
let shown = bare(document); // as it came: the page's own scripts run after this one
let turn = 0;

/** Let `fresh` stand where this page stood. */
const stand = (fresh) => {
  const place = here();
  const unfolded = [...document.querySelectorAll('main details')].map((one) => one.open);
  shown = bare(fresh);
  document.title = fresh.title;
  for (const { name, value } of fresh.documentElement.attributes) {
    document.documentElement.setAttribute(name, value);
  }
  document.body.replaceWith(fresh.body);
  if (location.hash) location.replace(location.hash); // what the address means is lit again
  const folds = document.querySelectorAll('main details');
  if (folds.length === unfolded.length) folds.forEach((one, n) => (one.open = unfolded[n]));
  goBack(place);
  fold();
  for (const one of scripts(document)) {
    const again = document.createElement('script');
    again.src = one.src;
    one.replaceWith(again);
  }
};

const renew = async () => {
  const asked = ++turn;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer) return; // the preview has ended: the page stays, and livereload waits for another one
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (asked !== turn) return; // there is a newer one on its way
  const now = fresh.querySelector('script[data-state]');
  if (!now || answer.redirected || files(fresh) !== files(document)) return loadSoon();
  ({ state } = now.dataset);
  const same = bare(fresh) === shown; // then a selection, an entry, what is unfolded: all stays
  const fits = scripts(document).every((one) => ADORNING.test(new URL(one.src).pathname));
  if (!same && fits) return stand(fresh);
  layOver(fresh);
  if (!same) loadSoon();
};

class Preview {
  /** What livereload tells the server when it has connected: of which state this page is. */
  analyze() {
    return { state };
  }

  reload(url) {
    if (!url.endsWith('.css')) {
      renew();
      return true; // or livereload would load the page with all its files
    }
    for (const sheet of sheets(document)) {
      if (stem(sheet.href) === stem(url)) replaced(sheet, url);
    }
    return true;
  }
}
Preview.identifier = 'recoupe';
Preview.version = '1';

fold();
const left = JSON.parse(sessionStorage.getItem(PLACE) || 'null');
sessionStorage.removeItem(PLACE);
if (left && left.page === location.pathname) {
  // The page's own scripts run first, which show what can be used only with them.
  document.addEventListener('DOMContentLoaded', () => goBack(left));
}
window.LiveReloadPluginRecoupe = Preview; // by which name livereload.js, run next, looks for it
