import type { LintFormat } from './lint-report.ts';
import { sarifLog } from './sarif.ts';

export const lintSarif: LintFormat = ({ judgements, blindSpots }, context) => sarifLog([{ id: 'lint', judgements, blindSpots }], context);
