import { UserError, messageOf } from '../model/errors.ts';
import { verdictStates } from '../model/readiness.ts';
import type { EstateSubject, Rule } from '../rules/rule.ts';
import type { Verdict } from '../rules/verdict.ts';

/** A rule of the configuration whose check cannot bring the engine down: what it throws or wrongly answers becomes RR407 with the rule and its subject. */
export function guarded(rule: Rule): Rule {
  const { id, on } = rule;
  const check = rule.check.bind(rule) as (subject: unknown, context: unknown) => unknown;
  if (on !== 'estate') return { ...rule, check: (subject: never, context: never) => asked(id, nameOf(subject), () => verdictIn(check(subject, context))) };
  return { ...rule, check: (estate: never, context: never) => asked(id, 'the estate', () => Array.from(check(estate, context) as Iterable<unknown>, subjectIn)) };
}

function asked<T>(id: string, subject: string, answer: () => T): T {
  try {
    return answer();
  } catch (thrown) {
    throw new UserError('RR407', `${id} failed on ${subject}: ${messageOf(thrown)}`, { cause: thrown });
  }
}

function verdictIn(answer: unknown): Verdict | undefined {
  if (answer === undefined) return undefined;
  const { state, message } = (typeof answer === 'object' && answer !== null ? answer : {}) as { readonly state?: unknown; readonly message?: unknown };
  if (!verdictStates.some((known) => known === state)) throw new Error(answer instanceof Promise ? 'it answered with a promise; checks do no I/O' : 'its answer is no verdict: return ready(), gap(), unknown(), exempt() or undefined');
  if (typeof message !== 'string' && !(state === 'ready' && message === undefined)) throw new Error(`its ${String(state)} has no message`);
  return answer as Verdict;
}

function subjectIn(answer: unknown): EstateSubject {
  const { subject, title, verdict } = (typeof answer === 'object' && answer !== null ? answer : {}) as Partial<Record<keyof EstateSubject, unknown>>;
  if (typeof subject !== 'string' || typeof title !== 'string') throw new Error('it yielded something that is no { subject, title, verdict }');
  if (verdictIn(verdict) === undefined) throw new Error(`it yielded no verdict on ${subject}`);
  return answer as EstateSubject;
}

/** What a person calls a resource or a piece of code. */
function nameOf(subject: { readonly id?: string; readonly file?: string; readonly span?: { readonly line: number } }): string {
  return subject.id ?? `${subject.file ?? 'code'}:${subject.span?.line ?? 1}`;
}
