import type { Severity } from '../../model/intent.ts';
import { withoutControls } from './escape.ts';
import { jsonPieces } from './json-pieces.ts';
import { openFindings, type LintFormat } from './lint-report.ts';

const severities: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' };

/** A report of GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export const lintGitlab: LintFormat<Iterable<string>> = function* (report) {
  yield* jsonPieces(
    openFindings(report).map(({ rule, severity, path, line, endLine, message, fix, fingerprint }) => ({
      description: withoutControls(fix === undefined ? message : `${message} Fix: ${fix}`),
      check_name: rule,
      fingerprint,
      severity: severities[severity],
      location: { path, lines: { begin: line, end: endLine } },
    })),
  );
  yield '\n';
};
