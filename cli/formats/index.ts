import type { RegisteredFormat, ReportFormat } from './format.ts';
import type { RegisteredGraphFormat } from './graph/graph-format.ts';
import type { LintFormat } from './lint-report.ts';

/** Formats of a readiness. */
export const reportFormats: Readonly<Record<string, RegisteredFormat<ReportFormat>>> = {
  text: { title: 'summary for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).text },
  json: { title: 'the whole readiness document', extensions: ['.json'], load: async () => (await import('./json.ts')).json },
  markdown: { title: 'comment for a pull request', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).markdown },
  sarif: { title: 'SARIF 2.1.0 for code scanning', extensions: ['.sarif', '.sarif.json'], load: async () => (await import('./sarif.ts')).sarif },
  github: { title: 'annotations of GitHub Actions', extensions: [], load: async () => (await import('./github.ts')).github },
  html: { title: 'report to explore in a browser, in one file', extensions: ['.html', '.htm'], perTarget: true, load: async () => (await import('./html-report.ts')).htmlReport },
  pages: { title: 'the pages of the server with this judgement, in one file', extensions: ['.pages.html'], perTarget: true, load: async () => (await import('./pages-report.ts')).pagesReport },
  pdf: { title: 'the HTML report, printed by an installed Chromium, Chrome or Edge', extensions: ['.pdf'], perTarget: true, binary: true, load: async () => (await import('./pdf.ts')).pdf },
  csv: { title: 'table of every verdict for spreadsheets', extensions: ['.csv'], load: async () => (await import('./csv.ts')).csv },
  junit: { title: 'JUnit XML: gaps as failed tests, by service', extensions: ['.junit.xml'], load: async () => (await import('./junit.ts')).junit },
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

/** Formats of the estate graph. */
export const graphFormats: Readonly<Record<string, RegisteredGraphFormat>> = {
  text: { title: 'what stands out, for a terminal', extensions: ['.txt'], overview: true, load: async () => (await import('./graph/text.ts')).graphText },
  json: { title: 'nodes and edges with all that is known of them', extensions: ['.json'], load: async () => (await import('./graph/json.ts')).graphJson },
  graphml: { title: 'GraphML for yEd, Gephi and NetworkX', extensions: ['.graphml'], load: async () => (await import('./graph/graphml.ts')).graphml },
  dot: { title: 'Graphviz', extensions: ['.dot', '.gv'], load: async () => (await import('./graph/dot.ts')).dot },
  mermaid: { title: 'Mermaid flowchart, cut to what Mermaid draws', extensions: ['.mmd', '.mermaid'], load: async () => (await import('./graph/mermaid.ts')).mermaid },
  drawio: { title: 'draw.io (diagrams.net)', extensions: ['.drawio'], load: async () => (await import('./graph/drawio.ts')).drawio },
  cypher: { title: 'openCypher statements for Neo4j and others', extensions: ['.cypher', '.cql'], load: async () => (await import('./graph/cypher.ts')).cypher },
  csv: { title: 'tables of nodes and of edges for spreadsheets', extensions: ['.csv'], parts: ['nodes', 'edges'], load: async () => (await import('./graph/csv.ts')).graphCsv },
  'neptune-csv': { title: "files of vertices and of edges for Neptune's bulk loader", extensions: ['.neptune.csv'], parts: ['vertices', 'edges'], load: async () => (await import('./graph/neptune-csv.ts')).neptuneCsv },
};

/** The code of a format that is known to be registered. */
export async function loadFormat<Render>(formats: Readonly<Record<string, RegisteredFormat<Render>>>, id: string): Promise<Render> {
  const format = Object.hasOwn(formats, id) ? formats[id] : undefined;
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return format.load();
}
