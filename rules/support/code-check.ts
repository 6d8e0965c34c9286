import type { Occurrence } from '../../model/occurrence.ts';
import type { CodeContext } from '../rule.ts';
import { exempt, type Verdict } from '../verdict.ts';
import { claimOf, type CodeRuleId } from './code-claim.ts';
import { isOperative } from './code-operative.ts';
import { pinReason } from './code-pins.ts';

type Check = (occurrence: Occurrence, context: CodeContext) => Verdict | undefined;

/** Who speaks for an occurrence, for as long as it is asked with the same regions: every rule asks. */
interface Answer {
  readonly home: readonly string[];
  readonly targets: readonly string[];
  readonly include: string;
  readonly speaker: CodeRuleId | undefined;
}
const answers = new WeakMap<Occurrence, Answer>();

function speakerOf(occurrence: Occurrence, { home, targets, options }: CodeContext): CodeRuleId | undefined {
  const { include: scopes = [] } = options as { readonly include?: readonly string[] };
  const include = scopes.join();
  const known = answers.get(occurrence);
  if (known !== undefined && known.home === home && known.targets === targets && known.include === include) return known.speaker;
  const speaker = isOperative(occurrence, { targets, include: scopes }) ? claimOf(occurrence, home) : undefined;
  answers.set(occurrence, { home, targets, include, speaker });
  return speaker;
}

/** Rules that say themselves where a region is pinned, or that a pin does not bind. */
const unpinned: ReadonlySet<CodeRuleId> = new Set(['code-missing-pin', 'code-region-regex', 'code-region-list-missing-rt']);

/**
 * The check of a code rule around its own judgement, in the order in which a reviewer decides: what has no part in production, what
 * another rule speaks for, what AWS has pinned, then the rule.
 */
export function claimed(id: CodeRuleId, judge: Check): Check {
  return (occurrence, context) => {
    if (speakerOf(occurrence, context) !== id) return undefined;
    const pin = unpinned.has(id) ? undefined : pinReason(occurrence);
    return pin === undefined ? softened(judge(occurrence, context), occurrence) : exempt(pin);
  };
}

/** What runs beside the workload and not in it: pipelines, scripts of developers. They must be reviewed, but nobody is paged for them. */
const besideWorkload = /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.buildkite|\.azure-pipelines|\.husky|hack|tools?|scripts?|bin\/dev)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|bitbucket-pipelines|buildspec[\w-]*|azure-pipelines[\w-]*|appveyor|cloudbuild|jenkinsfile[\w.-]*|makefile|justfile|taskfile)(?:\.\w+)?$/i;

function softened(verdict: Verdict | undefined, { file }: Occurrence): Verdict | undefined {
  if (verdict?.state !== 'gap' || verdict.blocking === true || verdict.severity === 'critical' || !besideWorkload.test(file)) return verdict;
  return { ...verdict, atMost: verdict.atMost === 'low' || verdict.atMost === 'info' ? verdict.atMost : 'medium' };
}
