import { annotations } from './github.ts';
import type { LintFormat } from './lint-report.ts';

export const lintGithub: LintFormat<string> = (report, context) => annotations(report, context);
