import { graphModel, neighbourhood, type GraphModel, type Link } from './graph-model.ts';
import { graphView, type GraphView } from './graph-view.ts';
import { severityBadge } from './icons.ts';
import { html, named, prose, type Markup } from './markup.ts';
import { element, part, type Page } from './page.ts';
import { ruleOf, textOf, type Report } from './report.ts';
import { counted } from './words.ts';

/** Opens the resource graph for the buttons that ask for it. Nothing of it is computed before. */
export function startGraph({ report }: Page): void {
  let open: ((service: string) => void) | undefined;
  document.addEventListener('click', ({ target }) => {
    const service = (target as Element).closest?.<HTMLElement>('[data-explore]')?.dataset['explore'];
    if (service === undefined) return;
    open ??= graphDialog(report);
    open(service);
  });
}

export function graphDialog(report: Report): (service: string) => void {
  const model = graphModel(report);
  const dialog = element<HTMLDialogElement>('graph');
  const resource = part<HTMLSelectElement>(dialog, '[name=resource]');
  const form = part<HTMLFormElement>(dialog, 'form');
  const side = part(dialog, '.graph-side');
  let view: GraphView | undefined;
  let focus = -1;
  if (model === undefined) return () => undefined;

  const draw = (): void => {
    const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('[name=kind]')].filter(({ checked }) => !checked).map(({ value }) => value));
    const hops = Number(new FormData(form).get('hops') ?? 1);
    const around = neighbourhood(model, focus, { hops, hidden });
    view?.draw(model, { focus, around, hidden });
    side.innerHTML = sideMarkup(report, model, { focus, hidden }).markup;
    part(dialog, '.graph-note').textContent = `${counted(around.seats.length, 'resource')} shown${around.left > 0 ? `, ${around.left} neighbours left out for lack of room` : ''}.`;
  };
  const pick = (node: number): void => {
    focus = node;
    fillResources(resource, model, node);
    draw();
  };

  form.addEventListener('change', () => {
    if (resource.value !== '') focus = Number(resource.value);
    draw();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  side.addEventListener('click', ({ target }) => {
    const node = (target as Element).closest<HTMLElement>('[data-node]')?.dataset['node'];
    if (node !== undefined) {
      pick(Number(node));
      part(side, 'h3').focus();
    }
    if ((target as Element).closest('a') !== null) dialog.close();
  });
  part(dialog, '[data-close]').addEventListener('click', () => dialog.close());
  document.addEventListener('themechange', () => view?.restyle());

  return (service) => {
    const [first] = model.byService.get(service) ?? [];
    if (!dialog.open) dialog.showModal();
    part(dialog, 'h2').textContent = `Resources of ${service}`;
    form.hidden = first === undefined;
    if (first === undefined) {
      side.innerHTML = '<p>No resource of this service is in the part of the graph that this report carries.</p>';
      return;
    }
    try {
      view ??= graphView(part(dialog, '.graph-canvas'), pick);
    } catch (thrown) {
      part(dialog, '.graph-canvas').textContent = `The drawing is not available (${String(thrown)}); the list beside it is.`;
    }
    pick(first);
  };
}

/** The resources of the focus's service, and the focus. */
export function fillResources(select: HTMLSelectElement, { nodes, byService }: GraphModel, focus: number): void {
  const members = byService.get(nodes[focus]?.service ?? '') ?? [];
  select.innerHTML = members.map((node) => {
    const { name = '', type = '', gaps = [] } = nodes[node] ?? {};
    return html`<option value="${node}"${node === focus && html` selected`}>${gaps.length > 0 && `▲ ${gaps.length} `}${name} (${type.replace(/^AWS::/, '')})</option>`.markup;
  }).join('');
}

/** What the drawing shows, in words: the focus, its gaps, its neighbours as buttons. */
export function sideMarkup(report: Report, model: GraphModel, { focus, hidden }: { focus: number; hidden: ReadonlySet<string> }): Markup {
  const node = model.nodes[focus];
  if (node === undefined) return html``;
  const { id, name, type, region, service, gaps, unknowns, degree } = node;
  const present = (model.out[focus]?.length ?? 0) + (model.in[focus]?.length ?? 0);
  const visible = (links: readonly Link[] = []): readonly Link[] => links.filter(({ kind }) => !hidden.has(kind));
  return html`<h3 tabindex="-1">${named(name)}</h3><p class="place">${named(id)}</p>
<dl class="facts"><div><dt>Type</dt><dd>${type}</dd></div><div><dt>Region</dt><dd>${region === '' ? 'nobody told' : region}</dd></div><div><dt>Service</dt><dd>${named(service)}</dd></div></dl>
<h4>${gaps.length === 0 ? 'No gap known' : counted(gaps.length, 'gap')}${unknowns > 0 && `, ${unknowns} unknown`}</h4>
<ul class="gap-list">${gaps.map((verdict) => html`<li>${severityBadge(report.severity[verdict] ?? 'info')} <a href="#f-${textOf(report, report.mark.get(verdict))}">${prose(ruleOf(report, verdict).title)}</a></li>`)}</ul>
${neighbourList(model, visible(model.out[focus]), { title: 'Points at', words: (kind) => `${kind} →` })}${neighbourList(model, visible(model.in[focus]), { title: 'Is pointed at by', words: (kind) => `→ ${kind} it` })}
${present < degree && html`<p class="note">${counted(degree - present, 'more dependency', 'more dependencies')} of it in the estate ${degree - present === 1 ? 'is' : 'are'} not in this report.</p>`}`;
}

export function neighbourList({ nodes }: GraphModel, links: readonly Link[], { title, words }: { title: string; words: (kind: string) => string }): Markup {
  return html`<h4>${title}</h4>${links.length === 0 ? html`<p class="none">nothing in this part of the graph</p>` : html`<ul class="neighbours">${links.map(({ other, kind }) => {
    const { name = '', gaps = [] } = nodes[other] ?? {};
    return html`<li><span class="kind">${words(kind)}</span> <button type="button" data-node="${other}">${named(name)}</button>${gaps.length > 0 && html` <span class="is-gaps">▲ ${counted(gaps.length, 'gap')}</span>`}</li>`;
  })}</ul>`}`;
}
