import { markdownCode, markdownText } from './escape.ts';
import { openFindings, summaryOf, type LintFinding, type LintFormat } from './lint-report.ts';
import { counted, severityCounts } from './words.ts';

/** GitHub cuts comments at 65,536 characters. */
const limit = 60_000;

export const lintMarkdown: LintFormat<string> = (report) => {
  const summary = summaryOf(report);
  const found = severityCounts(summary.severities);
  const head = [
    `## ${counted(summary.findings, 'finding')}${found === '' ? '' : `: ${found}`}`,
    '',
    `${counted(summary.unknown, 'unknown verdict')}, ${summary.exempt} exempt, ${summary.baselined} in the baseline, ${counted(summary.blindSpots, 'blind spot')}.`,
    '',
  ];
  const findings = openFindings(report);
  const rows = ['| Severity | Where | Rule | Why |', '|---|---|---|---|'];
  let length = [...head, ...rows].join('\n').length;
  for (const [index, finding] of findings.entries()) {
    const line = row(finding);
    length += line.length + 1;
    if (length > limit) {
      rows.push(`| | | | … and ${findings.length - index} more |`);
      break;
    }
    rows.push(line);
  }
  return `${[...head, ...(findings.length === 0 ? [] : [...rows, ''])].join('\n')}`;
};

function row({ severity, path, line, rule, message, fix }: LintFinding): string {
  return `| ${severity} | ${markdownCode(`${path}:${line}`)} | \`${rule}\` | ${markdownText(fix === undefined ? message : `${message} Fix: ${fix.description}`)} |`;
}
