/** What programs import from `regionready`. docs/api.md describes it. */
export { lint, type LintOptions, type LintResult } from './cli/api.ts';
export { graph, type GraphOptions, type GraphResult } from './cli/graph-api.ts';
export type { GraphologyGraph } from './graph/queries/graphology-of.ts';
export type { LintFinding, LintFix, LintSummary } from './cli/formats/lint-report.ts';
export type { ConfigFile as Config } from './cli/own-rules.ts';
export type { BlindSpot } from './model/blind-spot.ts';
export { rule, type CodeContext, type CodeExample, type Context, type EstateExample, type EstateSubject, type Known, type Rule } from './rules/rule.ts';
export { exempt, gap, ready, unknown, type Verdict } from './rules/verdict.ts';
export { severities } from './rules/support/severities.ts';
export { yaml } from './rules/support/yaml.ts';
export type { EstateView, ResourceOf } from './graph/view.ts';
export type { Intent, Severity, Strategy } from './model/intent.ts';
export type { Trait } from './model/kind.ts';
export type { Occurrence } from './model/occurrence.ts';
export type { AttributesOf, KindId, Resource } from './model/resource.ts';
/** For the options of a rule: those of another copy of zod cannot be read. */
export { z } from 'zod';
export { UserError, type ErrorCode } from './model/errors.ts';
