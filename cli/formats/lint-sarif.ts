import type { LintFormat } from './lint-report.ts';
import { sarifLog } from './sarif.ts';

export const lintSarif: LintFormat<Iterable<string>> = ({ judgements, blindSpots }, context) => sarifLog([{ id: 'lint', judgements, blindSpots }], context);
