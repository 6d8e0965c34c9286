import { hasWords, wordsOf } from './filter.ts';
import { element, part, whenIdle, type Page } from './page.ts';
import { verdictRow } from './verdict-row.ts';
import { count } from './words.ts';

/** The table of every verdict: filled when it is first opened, a page at a time. */
export function startVerdicts({ report, digest }: Page): void {
  const details = element<HTMLDetailsElement>('all-verdicts');
  const form = element<HTMLFormElement>('verdict-tools');
  const pages = element('verdict-pages');
  const size = 100;
  let page = 0;
  let found: readonly number[] | undefined;

  const render = (): void => {
    if (found === undefined) {
      const words = wordsOf(part<HTMLInputElement>(form, '[name=q]').value);
      const state = part<HTMLSelectElement>(form, '[name=state]').value;
      found = Array.from({ length: report.size }, (_, verdict) => verdict).filter((verdict) => (state === '' || report.state[verdict] === state) && hasWords(report, verdict, words));
    }
    const from = page * size;
    const shown = found.slice(from, from + size);
    part(element('verdict-table'), 'tbody').innerHTML = shown.map((verdict) => verdictRow(report, digest, verdict).markup).join('');
    element('verdict-result').textContent = found.length === 0 ? 'Nothing matches.' : `${count(from + 1)} to ${count(from + shown.length)} of ${count(found.length)} verdicts`;
    part<HTMLButtonElement>(pages, '[data-page="-1"]').disabled = page === 0;
    part<HTMLButtonElement>(pages, '[data-page="1"]').disabled = from + size >= found.length;
  };
  const startAnew = whenIdle(() => {
    page = 0;
    found = undefined;
    render();
  });

  details.addEventListener('toggle', () => {
    if (details.open && found === undefined) render();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', startAnew);
  pages.addEventListener('click', ({ target }) => {
    const step = Number((target as HTMLElement).dataset['page'] ?? 0);
    if (step === 0) return;
    page += step;
    render();
    element('verdict-table').scrollIntoView({ block: 'nearest' });
  });
}
