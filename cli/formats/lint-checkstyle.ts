import { compareText } from '../../model/json.ts';
import { xmlAttributes } from './escape.ts';
import { levels } from './level.ts';
import { openFindings, type LintFormat } from './lint-report.ts';

/** Checkstyle XML, which most CI servers and editors read. */
export const lintCheckstyle: LintFormat<Iterable<string>> = function* (report) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n';
  for (const [path, findings] of [...Map.groupBy(openFindings(report), ({ path }) => path)].sort(([a], [b]) => compareText(a, b))) {
    yield `  <file${xmlAttributes({ name: path })}>\n`;
    for (const { rule, severity, line, column, message, fix } of findings) {
      const level = levels[severity] === 'note' ? 'info' : levels[severity];
      yield `    <error${xmlAttributes({ line, column, severity: level, message: fix === undefined ? message : `${message} Fix: ${fix}`, source: `regionready.${rule}` })}/>\n`;
    }
    yield '  </file>\n';
  }
  yield '</checkstyle>\n';
};
