import { digestOf, type Digest } from './digest.ts';
import { openReport, type Report } from './report.ts';
import { unpack } from './unpack.ts';
import type { Wire } from './wire.ts';

/** What every part of the page works with. */
export interface Page {
  readonly report: Report;
  readonly digest: Digest;
}

/** Opens the data that the page carries. */
export async function openPage(): Promise<Page> {
  const report = openReport(JSON.parse(await unpack(element('data').textContent ?? '')) as Wire);
  return { report, digest: digestOf(report) };
}

/** The element with the id. The page is ours: an element that is missing is a mistake of ours and must not go unseen. */
export function element<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as E;
}

export function part<E extends Element = HTMLElement>(parent: ParentNode, selector: string): E {
  const found = parent.querySelector<E>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Runs `run` once the calls have paused, so that typing is not held up. */
export function whenIdle(run: () => void, milliseconds = 160): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, milliseconds);
  };
}

/** Scrolls to an element and moves the focus there, so that the keyboard goes on from it. */
export function reveal(target: HTMLElement): void {
  for (let outer = target.closest('details'); outer !== null; outer = outer.parentElement?.closest('details') ?? null) outer.open = true;
  target.scrollIntoView({ block: 'start' });
  const summary = target.querySelector<HTMLElement>(':scope > summary');
  const focus = summary ?? target;
  if (summary === null && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  focus.focus({ preventScroll: true });
}
