/** What programs import from `regionready`. docs/api.md describes it. */
export { lint, type LintOptions, type LintResult } from './cli/api.ts';
export type { LintFinding, LintFix, LintSummary } from './cli/formats/lint-report.ts';
export type { Config } from './model/config.ts';
export type { BlindSpot } from './model/blind-spot.ts';
export { UserError, type ErrorCode } from './model/errors.ts';
