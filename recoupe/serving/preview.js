// Added by the preview: what has changed takes the place of what was there, stylesheets and the page
// itself, so that nothing else is fetched again and scroll and focus stay as they are. Only a page whose own
// scripts would not know of what is new is loaded anew.
'use strict';

const FOCUS = 'recoupe-preview-focus';
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

const focused = () => {
  const active = document.activeElement;
  if (!active || active === document.body) return null;
  return { page: location.pathname, id: active.id, steps: path(active) };
};

const focus = (place) => {
  if (!place || place.page !== location.pathname) return;
  const found = place.id ? document.getElementById(place.id) : at(place.steps);
  if (found) found.focus({ preventScroll: true });
};

/** The page is loaded with all its files; the browser keeps the scroll position, and we the focus. */
const load = () => {
  sessionStorage.setItem(FOCUS, JSON.stringify(focused()));
  location.reload();
};

let { state } = document.currentScript.dataset; // which one of the preview's looks this page is of
let shown = document.body.outerHTML; // as it came: the page's own scripts run after this one
let turn = 0;

/** Let `fresh` stand where this page stood. */
const stand = (fresh) => {
  const place = focused();
  const [left, top] = [scrollX, scrollY];
  shown = fresh.body.outerHTML;
  document.title = fresh.title;
  for (const { name, value } of fresh.documentElement.attributes) {
    document.documentElement.setAttribute(name, value);
  }
  document.body.replaceWith(fresh.body);
  if (location.hash) location.replace(location.hash); // what the address means is lit again
  scrollTo({ left, top, behavior: 'instant' });
  focus(place);
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
  if (!now || answer.redirected || files(fresh) !== files(document)) return load();
  ({ state } = now.dataset);
  if (fresh.body.outerHTML === shown) return; // a selection, an entry, what is unfolded: all stays
  if (scripts(document).every((one) => ADORNING.test(new URL(one.src).pathname))) stand(fresh);
  else load();
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

focus(JSON.parse(sessionStorage.getItem(FOCUS) || 'null'));
sessionStorage.removeItem(FOCUS);
window.LiveReloadPluginRecoupe = Preview; // by which name livereload.js, run next, looks for it
