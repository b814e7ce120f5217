// Sorts and filters the rows of the grid. The URL's query holds what is chosen: it can be sent to
// someone, and the way back leads to the last choice.
(() => {
  const form = document.getElementById('grid-filters');
  const { does, source, sort, reverse } = form.elements;
  const [toggle, reset] = form.querySelectorAll('button');
  const status = form.querySelector('[role=status]');
  const all = status.textContent;
  const none = document.querySelector('.grid-none');
  const table = document.querySelector('.grid');
  const region = table.parentElement;
  const sorter = table.querySelector('.grid-sort');
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const tests = {
    tag: (row, tag) => row.dataset.tags.split(' ').includes(tag),
    rating: (row, rating) => row.dataset.rating === rating,
    source: (row, id) => {
      const { cellIndex } = table.querySelector(`[data-source="${id}"]`);
      return row.cells[cellIndex].matches(does.selectedOptions[0].dataset.cells);
    },
    conflicts: (row) => row.dataset.conflicts > 0,
  };
  const query = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));

  const filter = (chosen) => {
    const wanted = chosen.filter(([name]) => tests[name]);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !wanted.every(([name, value]) => tests[name](row, value));
      shown += !row.hidden;
    }
    region.hidden = !shown;
    none.hidden = !!shown;
    none.querySelector('strong').textContent = chosen
      .filter(([name]) => tests[name] || name === 'does')
      .map(([name]) => form.elements[name])
      .map((one) => one.selectedOptions?.[0].text || one.parentElement.textContent.trim())
      .join(' · ');
    reset.hidden = !chosen.length;
    status.textContent = shown < rows.length ? status.dataset.some.replace('#', shown) : all;
  };

  const order = (by) => {
    const mostFirst = ['speaking', 'conflicts'].includes(by);
    const sign = mostFirst === reverse.checked ? 1 : -1;
    const place = (row) => (by ? parseInt(row.dataset[by]) : rows.indexOf(row));
    const places = new Map(rows.map((row) => [row, place(row)])); // NaN, which comes last, is none
    const compare = (a, b) => isNaN(a) - isNaN(b) || sign * (a - b) || 0;
    const sorted = [...rows].sort((a, b) => compare(places.get(a), places.get(b)));
    if (sorted.some((row, index) => row !== body.rows[index])) body.append(...sorted);
    const direction = sign > 0 ? 'ascending' : 'descending';
    sorter.parentElement.ariaSort = by === 'verdict' ? direction : null;
  };

  const show = () => {
    does.disabled = !source.value;
    filter([...query()]);
    order(sort.value);
  };

  const choose = (chosen) => {
    for (const one of form.querySelectorAll('input')) one.checked = chosen.has(one.name);
    for (const one of form.querySelectorAll('select')) {
      one.value = chosen.get(one.name) || '';
      if (one.selectedIndex < 0) one.selectedIndex = 0;
    }
    show();
  };
  const read = () => choose(new URLSearchParams(location.search));

  const changed = () => {
    show();
    history.pushState(null, '', `${location.pathname}?${query()}`.replace(/\?$/, ''));
    if (form.getBoundingClientRect().top <= 0) region.scrollIntoView({ behavior: 'instant' });
  };

  const open = (opened) => {
    document.getElementById('grid-controls').hidden = !opened;
    toggle.setAttribute('aria-expanded', opened);
  };

  toggle.onclick = () => open(toggle.getAttribute('aria-expanded') === 'false');
  form.onchange = changed;
  form.onreset = (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
    changed();
    toggle.focus(); // the button that was pressed is gone
  };
  sorter.onclick = () => {
    const again = sort.value === 'verdict';
    sort.value = again && reverse.checked ? '' : 'verdict';
    reverse.checked = again && !reverse.checked;
    changed();
  };
  onpopstate = read;
  const measure = () => region.style.setProperty('--grid-bar', `${form.offsetHeight}px`);
  new ResizeObserver(measure).observe(form);
  read();
  open(matchMedia('(min-width: 64rem)').matches);
  form.hidden = sorter.hidden = false;
})();
