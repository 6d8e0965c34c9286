import { durationText, secondsOf } from '../../model/duration.ts';
import type { Loss, ServiceOutcome, Simulation } from '../../model/simulation.ts';
import { matchesPattern } from '../../model/pattern.ts';
import { parseLoss } from './loss.ts';

/** What must hold when something is lost. */
export interface Assertion {
  readonly text: string;
  /** Service; * matches any run of characters. */
  readonly service: string;
  readonly claim: { readonly kind: 'survives' } | { readonly kind: 'recovers'; readonly within: number | undefined } | { readonly kind: 'loses'; readonly atMost: number };
  readonly lost: readonly Loss[];
}

export const assertionForms = ['<service> survives <loss>', '<service> recovers from <loss>', '<service> recovers from <loss> within <duration>', '<service> loses at most <duration> from <loss>'] as const;

/** Reads an assertion; undefined for what is none. Several losses at once are joined by commas. */
export function parseAssertion(text: string): Assertion | undefined {
  const [, service = '', rest = ''] = /^\s*(\S(?:.*?\S)??)\s+((?:survives|recovers from|loses at most)\s.+)$/.exec(text) ?? [];
  const survives = /^survives\s+(\S+)$/.exec(rest.trim());
  const recovers = /^recovers from\s+(\S+)(?:\s+within\s+(\S+))?$/.exec(rest.trim());
  const loses = /^loses at most\s+(\S+)\s+from\s+(\S+)$/.exec(rest.trim());
  const lost = (survives?.[1] ?? recovers?.[1] ?? loses?.[2] ?? '').split(',').map(parseLoss);
  if (service === '' || lost.some((loss) => loss === undefined)) return undefined;
  const base = { text: text.trim(), service, lost: lost.filter((loss) => loss !== undefined) };
  if (survives !== null) return { ...base, claim: { kind: 'survives' } };
  if (recovers !== null) {
    const within = recovers[2] === undefined ? undefined : secondsOf(recovers[2]);
    return recovers[2] !== undefined && within === undefined ? undefined : { ...base, claim: { kind: 'recovers', within } };
  }
  const atMost = secondsOf(loses?.[1] ?? '');
  return atMost === undefined ? undefined : { ...base, claim: { kind: 'loses', atMost } };
}

export interface Checked {
  readonly assertion: Assertion;
  readonly holds: boolean;
  /** What speaks against it, or that there is no such service. */
  readonly because: readonly string[];
}

/** Holds an assertion against the simulation of its loss. What is not known does not hold. */
export function checkAssertion(assertion: Assertion, { services }: Simulation): Checked {
  const meant = services.filter(({ id }) => matchesPattern(assertion.service, id));
  if (meant.length === 0) return { assertion, holds: false, because: [`there is no service ${assertion.service}`] };
  const because = meant.flatMap((service) => against(service, assertion.claim).map((reason) => `${service.id}: ${reason}`));
  return { assertion, holds: because.length === 0, because };
}

function against({ outcome, why, rto, rpo }: ServiceOutcome, claim: Assertion['claim']): string[] {
  const reasons = why.length === 0 ? '' : `: ${why.slice(0, 2).join('; ')}`;
  switch (claim.kind) {
    case 'survives':
      return outcome === 'survives' ? [] : [`it ${word[outcome]}${reasons}`];
    case 'recovers':
      if (outcome !== 'survives' && outcome !== 'recovers') return [`it ${word[outcome]}${reasons}`];
      return claim.within === undefined || (rto.seconds !== null && rto.seconds <= claim.within) ? [] : [`${rto.seconds === null ? 'there is no end in sight' : `it takes ${durationText(rto.seconds)}, ${rto.basis}`}`];
    case 'loses':
      if (rpo.why.some((each) => each.startsWith('nobody told us'))) return rpo.why.filter((each) => each.startsWith('nobody told us'));
      return rpo.seconds !== null && rpo.seconds <= claim.atMost ? [] : [rpo.seconds === null ? `it loses everything: ${rpo.why.join('; ')}` : `it loses ${durationText(rpo.seconds)} of data, ${rpo.basis}`];
  }
}

const word = { stops: 'stops', degrades: 'degrades', unknown: 'may or may not', recovers: 'has to be recovered', survives: 'survives' } as const;
