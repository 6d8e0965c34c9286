import { secondsOf } from '../../../model/duration.ts';
import type { Strategy } from '../../../model/intent.ts';
import type { Annotation, AnnotationContent } from '../../../server/api.ts';

/** An annotation as it is typed; an empty text says nothing. */
export interface AnnotationDraft {
  readonly owner: string;
  readonly tier: string;
  readonly rto: string;
  readonly rpo: string;
  readonly pause: string;
  readonly strategy: string;
}

export function draftOf(annotation: Annotation | undefined): AnnotationDraft {
  const { owner = '', tier, rto = '', rpo = '', pause = '', strategy = '' } = annotation ?? {};
  return { owner, tier: tier === undefined ? '' : String(tier), rto, rpo, pause, strategy };
}

/** What is wrong with a field, by its name. */
export function mistakesIn({ rto, rpo, pause }: AnnotationDraft): Readonly<Record<string, string>> {
  const wrong = Object.entries({ rto, rpo, pause }).filter(([, text]) => text.trim() !== '' && secondsOf(text.trim()) === undefined);
  return Object.fromEntries(wrong.map(([name]) => [name, 'Write a duration such as 0s, 15m, 4h or 1d.']));
}

/** What is sent. What the form does not show (consistency) stays as it was. */
export function contentOf(draft: AnnotationDraft, before: Annotation | undefined): AnnotationContent {
  const { owner, tier, rto, rpo, pause, strategy } = draft;
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const said = { owner: text(owner), tier: tier === '' ? undefined : Number(tier), rto: text(rto), rpo: text(rpo), pause: text(pause), strategy: text(strategy) as Strategy | undefined, consistency: before?.consistency };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as AnnotationContent;
}
