import type { RegisteredFormat, ReportFormat } from './format.ts';
import type { LintFormat } from './lint-report.ts';

/** Formats of a readiness. */
export const reportFormats: Readonly<Record<string, RegisteredFormat<ReportFormat>>> = {
  text: { title: 'summary for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).text },
  json: { title: 'the whole readiness document', extensions: ['.json'], load: async () => (await import('./json.ts')).json },
  markdown: { title: 'comment for a pull request', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).markdown },
  sarif: { title: 'SARIF 2.1.0 for code scanning', extensions: ['.sarif', '.sarif.json'], load: async () => (await import('./sarif.ts')).sarif },
  github: { title: 'annotations of GitHub Actions', extensions: [], load: async () => (await import('./github.ts')).github },
  html: { title: 'report to explore in a browser, in one file', extensions: ['.html', '.htm'], perTarget: true, load: async () => (await import('./html-report.ts')).htmlReport },
};

/** Formats of lint findings. */
export const lintFormats: Readonly<Record<string, RegisteredFormat<LintFormat>>> = {
  text: { title: 'findings with their lines of code', extensions: ['.txt'], load: async () => (await import('./lint-text.ts')).lintText },
  json: { title: '{ findings, summary }', extensions: ['.json'], load: async () => (await import('./lint-json.ts')).lintJson },
  markdown: { title: 'comment for a pull request', extensions: ['.md', '.markdown'], load: async () => (await import('./lint-markdown.ts')).lintMarkdown },
  sarif: { title: 'SARIF 2.1.0 for code scanning', extensions: ['.sarif', '.sarif.json'], load: async () => (await import('./lint-sarif.ts')).lintSarif },
  github: { title: 'annotations of GitHub Actions', extensions: [], load: async () => (await import('./lint-github.ts')).lintGithub },
  gitlab: { title: 'report of GitLab Code Quality', extensions: ['.codequality.json'], load: async () => (await import('./lint-gitlab.ts')).lintGitlab },
  junit: { title: 'JUnit XML: findings as failed tests', extensions: ['.junit.xml'], load: async () => (await import('./lint-junit.ts')).lintJunit },
  checkstyle: { title: 'Checkstyle XML', extensions: ['.checkstyle.xml'], load: async () => (await import('./lint-checkstyle.ts')).lintCheckstyle },
  csv: { title: 'table for spreadsheets', extensions: ['.csv'], load: async () => (await import('./lint-csv.ts')).lintCsv },
};

/** The code of a format that is known to be registered. */
export async function loadFormat<Render>(formats: Readonly<Record<string, RegisteredFormat<Render>>>, id: string): Promise<Render> {
  const format = Object.hasOwn(formats, id) ? formats[id] : undefined;
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return format.load();
}
