// Added by the preview: a changed stylesheet takes the place of the old one without a reload, and
// after a reload the focus is where it was. The scroll position is the browser's own affair.
'use strict';

const FOCUS = 'recoupe-preview-focus';

/** The name of a stylesheet without the hash of its content. */
const stem = (url) => new URL(url, location.href).pathname.replace(/\.[0-9a-f]{8}\.css$/, '');

const replaced = (sheet, url) => {
  const fresh = sheet.cloneNode();
  fresh.href = url;
  fresh.addEventListener('load', () => sheet.remove());
  sheet.after(fresh);
};

/** The children's numbers that lead from the page's body to an element. */
const path = (element) => {
  const steps = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    steps.unshift([...at.parentElement.children].indexOf(at));
  }
  return steps;
};

const at = (steps) => steps.reduce((found, step) => found && found.children[step], document.body);

const remember = () => {
  const active = document.activeElement;
  if (!active || active === document.body) return;
  const place = { page: location.pathname, id: active.id, steps: path(active) };
  sessionStorage.setItem(FOCUS, JSON.stringify(place));
};

const restore = () => {
  const place = JSON.parse(sessionStorage.getItem(FOCUS) || 'null');
  sessionStorage.removeItem(FOCUS);
  if (!place || place.page !== location.pathname) return;
  const found = place.id ? document.getElementById(place.id) : at(place.steps);
  if (found) found.focus({ preventScroll: true });
};

const { state } = document.currentScript.dataset;

class Preview {
  /** What livereload tells the server when it has connected: of which state this page is. */
  analyze() {
    return { state };
  }

  reload(url) {
    if (!url.endsWith('.css')) {
      remember();
      return false; // livereload loads the page again
    }
    document.querySelectorAll('link[rel="stylesheet"]').forEach((sheet) => {
      if (stem(sheet.href) === stem(url)) replaced(sheet, url);
    });
    return true;
  }
}
Preview.identifier = 'recoupe';
Preview.version = '1';

restore();
window.LiveReloadPluginRecoupe = Preview; // by which name livereload.js, run next, looks for it
