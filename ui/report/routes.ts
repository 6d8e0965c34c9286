import { filterOfHash } from './filter.ts';
import type { FindingsPanel } from './findings-panel.ts';
import { element, reveal } from './page.ts';
import type { ServicesPanel } from './services-panel.ts';

/** Makes the address of the page lead to what it names: sections, services, filters, rules, single findings. */
export function startRoutes(panels: { readonly findings: FindingsPanel; readonly services: ServicesPanel }): void {
  const go = (): void => {
    const { hash } = location;
    const [place = '', query = ''] = hash.slice(1).split('?', 2);
    if (place === '') return;
    const filter = filterOfHash(hash);
    if (filter !== undefined) {
      panels.findings.show(filter);
      reveal(element('findings-title'));
      return;
    }
    if (query !== '' && place === 'services') panels.services.find(new URLSearchParams(query).get('q') ?? '');
    if (panels.findings.goTo(place)) return;
    const target = document.getElementById(place);
    if (target !== null) reveal(document.getElementById(`${place}-title`) ?? target);
  };
  window.addEventListener('hashchange', go);
  // A link to the address that is shown already changes nothing, so that no event comes.
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest?.('a')?.getAttribute('href') === location.hash && location.hash !== '') go();
  });
  go();
}

/** Marks the section that is being read in the table of contents. */
export function startContents(): void {
  const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('#contents a')].map((link) => [link.hash.slice(1), link]));
  const seen = new Set<string>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target.id);
      else seen.delete(target.id);
    }
    const current = [...links.keys()].find((id) => seen.has(id));
    for (const [id, link] of links) {
      if (id === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }, { rootMargin: '-20% 0px -60% 0px' });
  for (const id of links.keys()) observer.observe(element(id));
}
