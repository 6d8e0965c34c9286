import { hashOfFilter, matching, type Filter } from './filter.ts';
import { groupsOf, type Group } from './groups.ts';
import { groupAnchor, groupView, more, preview, step } from './group-view.ts';
import { element, part, reveal, whenIdle, type Page } from './page.ts';
import { severityOrder, stateOrder, textOf } from './report.ts';
import { subjectRow } from './subject-row.ts';
import { counted } from './words.ts';

export interface FindingsPanel {
  show(filter: Filter): void;
  /** Goes to a rule's group or a single finding by element id; false if there is none. */
  goTo(id: string): boolean;
}

/** The filter form and the groups below it. */
export function startFindings({ report, digest }: Page): FindingsPanel {
  const form = element<HTMLFormElement>('filter');
  const list = element('finding-groups');
  let filter = filterOfForm(form);
  let groups = groupsOf(report, matching(report, filter));

  const render = (): void => {
    groups = groupsOf(report, matching(report, filter));
    const found = groups.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
    const noun = { gap: ['gap', 'gaps'], unknown: ['unknown verdict', 'unknown verdicts'], exempt: ['exempt verdict', 'exempt verdicts'], ready: ['ready verdict', 'ready verdicts'] }[filter.state];
    element('finding-result').textContent = `${counted(found, noun[0] ?? '', noun[1])} of ${counted(groups.length, 'cause')}`;
    list.innerHTML = groups.map((group, index) => groupView(report, digest, { group, shown: preview, open: index === 0 || groups.length <= 2 }).markup).join('') || '<p class="empty">Nothing matches.</p>';
  };
  const apply = (next: Filter): void => {
    filter = next;
    render();
    history.replaceState(null, '', hashOfFilter(filter));
  };
  const applySoon = whenIdle(() => apply(filterOfForm(form)));
  const grow = (details: HTMLElement, group: Group, shown: number): void => {
    part(details, 'tbody').innerHTML = group.verdicts.slice(0, shown).map((verdict) => subjectRow(report, digest, verdict).markup).join('');
    details.querySelector('.cause-body > .more')?.remove();
    const rest = more(group.verdicts.length, shown);
    if (rest !== false) part(details, '.cause-body').insertAdjacentHTML('beforeend', rest.markup);
  };
  const groupAt = (details: Element | null): Group | undefined => groups.find(({ rule }) => String(rule) === (details as HTMLElement | null)?.dataset['rule']);

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', applySoon);
  form.addEventListener('reset', () => window.setTimeout(() => apply(filterOfForm(form))));
  const growIfPreview = (details: HTMLDetailsElement): void => {
    const group = groupAt(details);
    if (details.open && group !== undefined && details.querySelectorAll('tbody > tr').length === preview && group.verdicts.length > preview) grow(details, group, 20);
  };
  list.addEventListener('toggle', ({ target }) => growIfPreview(target as HTMLDetailsElement), true);
  for (const details of list.querySelectorAll('details')) growIfPreview(details);
  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-more]');
    const details = button?.closest<HTMLElement>('.cause');
    const group = groupAt(details ?? null);
    if (button === null || details === null || details === undefined || group === undefined) return;
    const before = details.querySelectorAll('tbody > tr').length;
    grow(details, group, before + step);
    const next = details.querySelectorAll<HTMLElement>('tbody > tr').item(before);
    next.setAttribute('tabindex', '-1');
    next.focus();
  });

  const show = (next: Filter): void => {
    fillForm(form, next);
    filter = next;
    render();
  };
  return {
    show,
    goTo(id) {
      const mark = id.startsWith('f-') ? id.slice(2) : undefined;
      const verdict = mark === undefined ? undefined : [...report.mark].find(([, text]) => textOf(report, text) === mark)?.[0];
      const rule = verdict === undefined ? report.wire.rules.findIndex((candidate) => groupAnchor(candidate) === id) : (report.rule[verdict] ?? -1);
      if (rule < 0 || (mark !== undefined && verdict === undefined)) return false;
      const isShown = groups.some((group) => group.rule === rule && (verdict === undefined || group.verdicts.includes(verdict)));
      if (!isShown) {
        const states = verdict === undefined ? stateOrder.filter((state) => report.state.some((other, index) => other === state && report.rule[index] === rule)) : [report.state[verdict] ?? 'gap'];
        show({ state: states[0] ?? 'gap', severities: [], service: '', category: '', rule: '', text: '', blocking: false });
      }
      const group = groups.find((candidate) => candidate.rule === rule);
      const details = list.querySelector<HTMLDetailsElement>(`[data-rule="${rule}"]`);
      if (group === undefined || details === null) return false;
      if (verdict !== undefined) grow(details, group, Math.max(20, group.verdicts.indexOf(verdict) + 1));
      details.open = true;
      reveal((verdict === undefined ? null : document.getElementById(id)) ?? details);
      return true;
    },
  };
}

export function filterOfForm(form: HTMLFormElement): Filter {
  const data = new FormData(form);
  const text = (key: string): string => String(data.get(key) ?? '');
  const severities = data.getAll('severity');
  return {
    state: stateOrder.find((state) => state === text('state')) ?? 'gap',
    severities: severityOrder.filter((severity) => severities.includes(severity)),
    service: text('service'), category: text('category'), rule: text('rule'), text: text('q'), blocking: text('blocking') === 'yes',
  };
}

/** A service or rule of an old link that is not in this report is left out of the form, and so of the filter that is read from it. */
export function fillForm(form: HTMLFormElement, filter: Filter): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('[name=state]')) input.checked = input.value === filter.state;
  for (const input of form.querySelectorAll<HTMLInputElement>('[name=severity]')) input.checked = filter.severities.some((severity) => severity === input.value);
  part<HTMLInputElement>(form, '[name=q]').value = filter.text;
  part<HTMLInputElement>(form, '[name=blocking]').checked = filter.blocking;
  for (const key of ['service', 'category', 'rule'] as const) part<HTMLSelectElement>(form, `[name=${key}]`).value = filter[key];
}
