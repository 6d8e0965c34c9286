import type { Occurrence } from '../../model/occurrence.ts';
import type { CodeContext } from '../rule.ts';
import { exempt, type Verdict } from '../verdict.ts';
import { claimOf, type CodeRuleId } from './code-claim.ts';
import { isOperative } from './code-operative.ts';
import { pinReason } from './code-pins.ts';

type Check = (occurrence: Occurrence, context: CodeContext) => Verdict | undefined;

/**
 * The check of a code rule around its own judgement, in the order in which a reviewer decides: what has no part in production, what
 * another rule speaks for, what AWS has pinned, then the rule.
 */
export function claimed(id: CodeRuleId, judge: Check): Check {
  return (occurrence, context) => {
    const { include } = context.options as { readonly include?: readonly string[] };
    if (!isOperative(occurrence, { targets: context.targets, include: include ?? [] }) || claimOf(occurrence, context.home) !== id) return undefined;
    const pin = id === 'code-missing-pin' || id === 'code-region-regex' || id === 'code-region-list-missing-rt' ? undefined : pinReason(occurrence);
    return pin === undefined ? softened(judge(occurrence, context), occurrence) : exempt(pin);
  };
}

/** What runs beside the workload and not in it: pipelines, scripts of developers. They must be reviewed, but nobody is paged for them. */
const besideWorkload = /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.buildkite|\.azure-pipelines|\.husky|hack|tools?|scripts?|bin\/dev)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|bitbucket-pipelines|buildspec[\w-]*|azure-pipelines[\w-]*|appveyor|cloudbuild|jenkinsfile[\w.-]*|makefile|justfile|taskfile)(?:\.\w+)?$/i;

function softened(verdict: Verdict | undefined, { file }: Occurrence): Verdict | undefined {
  if (verdict?.state !== 'gap' || verdict.blocking === true || verdict.severity === 'critical' || !besideWorkload.test(file)) return verdict;
  return { ...verdict, atMost: verdict.atMost === 'low' || verdict.atMost === 'info' ? verdict.atMost : 'medium' };
}
