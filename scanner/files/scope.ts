import type { FileScope } from '../../model/occurrence.ts';
import type { LanguageId } from './language.ts';

/** What a listing as a whole says about the files in it. */
export interface Surroundings {
  /** Folders that a documentation site is built from, with a trailing slash. */
  readonly docsFolders: readonly string[];
  /** The repository is a collection of samples, so that a sample is the application. */
  readonly samples: boolean;
}

/** Answers of one pattern kept; then it begins anew. */
const mostRemembered = 20_000;

/** A pattern that is asked of the same names again and again: most folders hold many files. */
function remembering(pattern: RegExp): Pick<RegExp, 'test'> {
  const answers = new Map<string, boolean>();
  return {
    test(text) {
      const known = answers.get(text);
      if (known !== undefined) return known;
      if (answers.size >= mostRemembered) answers.clear();
      const answer = pattern.test(text);
      answers.set(text, answer);
      return answer;
    },
  };
}

const vendored = remembering(/^(?:node_modules|bower_components|jspm_packages|vendor|vendors|third[-_]party|site-packages|botocore|boto3|\.?venv|\.terraform|\.yarn|\.pnpm-store|pods|\.bundle)$/);
const generatedFolder = remembering(/^(?:generated|generated[-_]sources?|(?:src|gen)[-_.](?:gen|src)|__generated__|\.generated|cdk\.out|\.aws-sam|\.serverless|\.next|\.nuxt|\.svelte-kit|\.turbo|\.parcel-cache|dist|coverage|\.nyc_output|__pycache__|\.gradle|\.te?mp|\.cache)$/);
const generatedName = /^zz_generated|^cdk\.context\.json$|\.tfstate(?:\.backup)?$|\.generated\.[a-z]+$|\.g(?:en)?\.[a-z]+$|_generated\.[a-z]+$|\.pb(?:\.[a-z]+)*\.[a-z]+$|_pb2(?:_grpc)?\.pyi?$|\.min\.(?:js|css|mjs)$|[.-]bundle\.js$|\.map$|^mock_.*\.go$|^(?:service|api|paginators?|waiters?|endpoint-rule-set|endpoint-tests)-\d(?:\.min)?\.json$/;
const lockFile = /^(?:package-lock|npm-shrinkwrap)\.json$|^(?:yarn|poetry|cargo|gemfile|composer|pdm|uv|flake|bun|deno|podfile)\.lock$|^pnpm-lock\.yaml$|\.lock\.ya?ml$|^go\.sum$|^\.terraform\.lock\.hcl$|^pipfile\.lock$|^gradle\.lockfile$/;

const testFolder = remembering(new RegExp(`^(?:${[
  'tests?', '__tests?__', 'specs?', '__mocks?__', '(?:cloud)?mock[a-z0-9]*', 'mock[-_]?data', 'sim[-_]?(?:tests?|data)', 'reg[-_]?tests?', 'fakes?', 'stubs?', '__?fixtures?__?', 'fixtures?', 'test[-_]?data', 'tst', 'tst[-_]?(?:resources|fixtures|data|unit|integration)', '__snapshots__', '\\.jest',
  'goldens?', 'golden[-_]?files', 'cassettes', 'e2e', 'acceptance', 'cypress', 'playwright', 'bench', 'benches', 'benchmarks?', 'regression', 'seed(?:s|er|ers|ing)?(?:[-_]data)?', 'localstack', '__e2e__', 'local[-_]dev(?:elopment)?', 'dev[-_]?env(?:ironment)?', 'local', '\\.devcontainer', '\\.vscode', '\\.idea', '\\.run', 'runconfigurations', 'mock-.*', '.*[-_]tck', '.*\\.testing', '.*\\.apphost', '.+\\.[a-z]*tests?',
  '\\.?docker[-_]?(?:local|dev)', '(?:unit|integration|integ|it|e2e|functional|acceptance|smoke|load|perf|performance|system|contract|regression)[-_]?tests?',
  '(?:.*[-_])?tests?[-_](?:utils?|helpers?|support|common|lib|harness|kit|framework|fixtures?|cases?|suites?|resources|integration|fakes?|mocks?|setup|doubles?|servers?|apps?)', '(?:.*[-_])?(?:e2e|integration|acceptance|functional|smoke|contract)[-_](?:tests?|core|utils?)', 'tests_.*', 'test_?all', 'snapshot[-_]tests?', 'tests?(?:fixtures?|resources?|assets?|files?|projects?|cases?|templates?)', '.*[-_](?:mocks?|simulators?|emulators?)', '(?:.*[-_])?(?:sample|test|mock|example)[-_]events?', 'soak(?:[-_]?tests?)?', '\\.?night(?:s)?watch', 'testcafe', 'src[-_]?tests?', 'testing[-_]?(?:utils?|lib|support)', 'testutils?', 'testhelpers?', 'testlib',
].join('|')})$`));
const testName = /(?:^|[._-])e2e(?:[._-]|$)|(?:[._-](?:test|tests|spec|specs|e2e|mock|mocks|fixture|fixtures|stories|bench|integ|unit)\.[a-z]+(?:\.snap)?$)|\.(?:(?:client|server|unit|int|browser|node)?test|spec|mock|stories|integ)\.(?:d\.)?[cm]?[jt]sx?$|[._-]fakes?\.[a-z]+$|^(?:tox|pytest)\.ini$|^noxfile\.py$|^\.?taskcat\.ya?ml$|(?:^|[._-])acceptance(?:[._-]|$)|^(?:test|conftest|mock|fake|stub)_|^(?:mock|fake|stub)-|^(?:run-)?test-(?:integration|unit|e2e|acceptance|all)(?:\.[a-z]+)?$|^local[-_]?tests?\.[a-z]+$|^(?:mocks?|response|sample-?response)\.[a-z]+$|^test-[\w-]+\.(?:sh|bash|py|rb|ps1|[cm]?[jt]s)$|^(?:run[-_]?local(?:ly)?|local[-_]?run(?:ner)?|start[-_]local|local[-_]start)(?:[._-][\w.-]*)?\.(?:sh|bash|py|rb|ps1|[cm]?[jt]s|ya?ml)$|^conftest\.py$|^seeds?\.(?:rb|py|php|sql|exs|[cm]?[jt]s)$|^tests?\.[a-z]+$|\.snap$|\.run\.xml$|^moto[._-]|^jest\.|^vitest\.|^cypress\.|^playwright\.|^docker-compose[.-](?:local|dev|test)|localstack|[._-]local(?:host)?\.(?:ya?ml|json|toml|properties|env|conf)$|^\.env\.local(?:\.|$)/;
const testClass = /(?:Tests?|TestCase|TestSuite|IT|Spec|Specs|Mocks?|Stub|Fake)\.(?:java|kt|scala|groovy|cs|swift|php|ts|dart)$/;
/** Source sets of Gradle beside the main one, and what lies below a folder of integration tests. */
const testTree = remembering(/(?:^|\/)(?:[\w-]+-tests?|tests?-[\w-]+)\/src(?:\/|$)|(?:^|\/)packages\/testing(?:\/|$)|(?:^|\/)src\/(?:integration|integ|it|fun|functional|e2e|jmh|contract|smoke)[a-z]*\/(?:java|kotlin|groovy|scala|resources)(?:\/|$)|(?:^|\/)integration\/(?:data|tests?|fixtures?|testdata|resources|helpers|cases)(?:\/|$)/);
/** What these tests run on is deployed: performance-test/main.tf. */
const runsAgainst = /^(?:.*[-_])?(?:smoke|load|perf|performance)[-_]?tests?$/;
/** A test environment that is deployed is an environment: env/test, accounts/test. */
const environmentFolder = /^(?:env|envs|environment|environments|accounts?|stages?|deploy|deployments?|live|infra|overlays|clusters)$/;

const docsFolder = /^(?:docs?|documentation|adrs?|rfcs?|designs?|wiki)$/;
/** Below these, docs is a part of the program that makes or serves documentation. */
const programFolder = /^(?:src|lib|hack|scripts?|tools?|cmd|pkg|internal|apps?|bin)$/;
const docsName = /^(?:readme|changelog|changes|history|license|notice|contributing|authors|security|code_of_conduct)(?:\.(?:md|txt|rst|adoc|html?|pdf|org|textile|rdoc))?$/;
const exampleFolder = remembering(/^(?:getting[-_]?started|examples?|samples?|demos?|playgrounds?|tutorials?|quickstarts?|samples?(?:apps?|code|projects?)|(?:examples?|samples?)[-_].*|.*[-_.](?:examples?|samples?))$/);
/** Words for examples that are also names of deployed things: the playground of a site, a demo environment. */
const alsoDeployed = /^(?:demos?|playgrounds?)$/;
const deployed = /^(?:terraform|terragrunt|infra(?:structure)?|stacks?|modules|roles|playbooks|environments?|envs?|accounts?|clusters|overlays|deploy(?:ments?)?|cloudformation|helm|charts?|k8s|kubernetes)$/;
const exampleName = /[._-](?:example|sample|dist)(?:\.[a-z0-9]+)?$|^\.?(?:example|sample)[._-]|^\.env(?:rc)?\.(?:.*\.)?template$|\.example\.|^quick-?start[._-].*\.(?:properties|conf|ini)$/;

/** What a file is for, by its path relative to the scanned folder. Its text can still tell otherwise: see scopeOfText. */
export function scopeOfPath(path: string, language: LanguageId | undefined, { docsFolders, samples }: Surroundings): FileScope {
  const segments = path.split('/');
  const base = segments.pop() ?? '';
  const name = base.toLowerCase();
  const folders = segments.map((segment) => segment.toLowerCase());
  if (folders.some((folder) => vendored.test(folder)) || /^(?:jquery|bootstrap|angular|react|vue|lodash|moment|d3|underscore)(?:[.-][\w.-]*)?\.js$/.test(name)) return 'vendored';
  if (folders.some((folder, index) => generatedFolder.test(folder) || isFrozen(folder, folders[index - 1] ?? '')) || isMigration(folders, name) || generatedName.test(name) || lockFile.test(name)) return 'generated';
  if (exampleName.test(name)) return 'example';
  if (isTest(folders, name, base)) return 'test';
  if (language === 'markdown' || docsName.test(name) || isDocs(folders) || docsFolders.some((folder) => path.startsWith(folder))) return 'docs';
  return !samples && folders.some((folder, index) => exampleFolder.test(folder) && !isDeployed(folders, index)) ? 'example' : 'production';
}

/** What was once run and must not change any more: settings-migrations/archived. */
const isFrozen = (folder: string, outer: string): boolean => /^(?:archived?|frozen|historical?)$/.test(folder) && /migrations?$/.test(outer);

/** A step of a database that was once taken: migrations/1628016841545-region_defaults.ts, db/migrate/20190101_add.rb. */
const isMigration = (folders: readonly string[], name: string): boolean => /^migrat(?:e|ions?)$/.test(folders.at(-1) ?? '') && /^(?:\d{4,}[-_]|v\d[\d._]{0,20}__)/.test(name);

function isDeployed(folders: readonly string[], index: number): boolean {
  return alsoDeployed.test(folders[index] ?? '') && folders.some((folder, at) => deployed.test(folder) && Math.abs(at - index) <= 2);
}

function isTest(folders: readonly string[], name: string, base: string): boolean {
  if ((testName.test(name) && !name.endsWith('.ipynb')) || testClass.test(base) || /^test[A-Z]\w*\.(?:py|js|ts|rb|sh|json)$/.test(base)) return true;
  if (folders.at(-1) === 'settings' && /^local\.[a-z]+$/.test(name)) return true;
  if (testTree.test(folders.join('/')) || /(?:^|\/)ci\/(?:[\w-]*-)?values\.ya?ml$/.test(`${folders.join('/')}/${name}`)) return true;
  return folders.some((folder, index) => testFolder.test(folder) && !(folder === 'test' && environmentFolder.test(folders[index - 1] ?? '')) && !(runsAgainst.test(folder) && name.endsWith('.tf')) && !isDeployedStub(folder, folders[index - 1] ?? '', name));
}

/** Stand-ins of other systems are deployed beside the application: cloudformation/stubs/template.yaml. */
const isDeployedStub = (folder: string, outer: string, name: string): boolean => /^stubs?$/.test(folder) && deployed.test(outer) && /\.(?:tf|ya?ml|json)$/.test(name);

function isDocs(folders: readonly string[]): boolean {
  const at = folders.findIndex((folder) => docsFolder.test(folder));
  return at !== -1 && !folders.slice(0, at).some((folder) => programFolder.test(folder));
}

const generatedMark = /@generated\b|\bcode generated\b.{0,80}\bdo not edit\b|^[ \t]*(?:\/\/|#|\/\*+|\*|--|<!--|;)?[ \t*-]*(?:(?:warning|note)\b:?[ \t]*)?auto-?[ \t]?generated\b|\b(?:files?|code|class|content|source|module|document|schema|types)\s+(?:(?:is|was|are|has been)\s+)?auto-?\s?generated\b|\bauto-?\s?generated\s+(?:file|code|from|using|with)\b|\bthis (?:file|code|class) (?:is|was|has been) (?:automatically )?generated\b|\bgenerated (?:by|from|with)\b.{0,120}\b(?:do not|don't) (?:edit|modify)\b|\bdo not edit\b(?! the generated).{0,80}\bgenerated\b/im;
/** Baselines, snapshots and readinesses of ours name what they are about. */
const ownDocument = /^\s*\{\s*"format":\s*"regionready\//;
/** Plans and states of Terraform, snapshots of our own, templates that the CDK has written: other scanners read them. */
const artefact = /^\s*\{\s*"(?:(?:format_)?version"\s*:\s*"?[\d.]+"?\s*,\s*"terraform_version"|format"\s*:\s*"regionready\/)/;
const synthesized = '"aws:cdk:path"';
/** JSON of this length in one line is what a program saved: offers, prices, answers of an API. */
const tableLength = 50_000;
/** Services that are run on a developer's machine, and the keys that only they accept. */
const localMark = /\blocalstack\b|\bminio\b|\bmotoserver\b|\bdynamodb-local\b|\belasticmq\b|\bzenko\/cloudserver\b|\bs3rver\b|\bs3mock\b|\bgoaws\b/i;

/** A recorded event of AWS, with which a function is tried out. */
function isRecordedEvent(path: string, head: string): boolean {
  const tells = /"(?:eventSource(?:A(?:rn|RN))?|eventVersion|eventID|eventName|detail-type|requestContext|Records)"\s*:\s*["[{]/.test(head);
  if (/"messageType"\s*:\s*"DATA_MESSAGE"/.test(head)) return true;
  if (/(?:^|[/_-])events?(?:\.json$|\/)/i.test(path)) return tells || /"(?:source|region|version)"\s*:\s*"/.test(head);
  return tells && /"(?:awsRegion|eventSourceArn|eventSourceARN)"\s*:\s*"|"detail-type"\s*:\s*"/.test(head);
}

/** What only tests import. The imports of a file are at its head. */
const testImports: readonly (readonly [name: RegExp, imports: RegExp])[] = [
  [/\.[cm]?[jt]sx?$/, /^\s*import\s[^'"\n]{0,200}['"](?:vitest|@jest\/globals|mocha|chai|sinon|nock|supertest|jest-[\w-]+|@playwright\/test|@testing-library\/[\w-]+|aws-sdk-client-mock(?:-jest)?|node:test|bun:test)['"]|\brequire\(['"](?:vitest|mocha|chai|sinon|nock|supertest|aws-sdk-client-mock|node:test)['"]\)/m],
  [/\.py$/, /^\s*(?:import|from)\s+(?:pytest|unittest(?!\.mock)|moto|behave|nose|hypothesis|testcontainers)\b/m],
  [/\.go$/, /^\s*(?:import\s+)?(?:[\w.]+\s+)?"(?:testing|github\.com\/stretchr\/testify\/\w+|github\.com\/onsi\/(?:ginkgo|gomega)[\w/]*|github\.com\/golang\/mock\/gomock|go\.uber\.org\/mock\/gomock)"/m],
  [/\.(?:java|kts?|scala|groovy)$/, /^import\s+(?:static\s+)?(?:org\.(?:junit|testng|mockito|testcontainers|scalatest|scalamock|specs2|assertj)|io\.(?:kotest|mockk|cucumber)|spock\.lang|kotlin\.test)\b/m],
  [/\.cs$/, /^\s*(?:global\s+)?using\s+(?:static\s+)?(?:Xunit|NUnit\.Framework|Microsoft\.VisualStudio\.TestTools|Moq|NSubstitute|FluentAssertions|FakeItEasy|Shouldly|BenchmarkDotNet)\b/m],
  [/\.rb$/, /^\s*(?:RSpec\.(?:describe|configure|shared_)|require\s+['"](?:rspec|minitest\/\w+|spec_helper|rails_helper|test_helper|webmock\/\w+)['"])/m],
  [/\.php$/, /^use\s+(?:PHPUnit|Mockery|Codeception)\b/m],
];
const importsLength = 8_000;
/** Scripts and settings that send every call to a server without TLS: an emulator, storage of the machine. */
const scripts = /\.(?:sh|bash|env|envrc)$|(?:^|\/)\.env[\w.-]*$|(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
const ownServer = /^\s*(?:-\s+)?(?:export\s+)?["']?AWS_ENDPOINT_URL(?:_[A-Z0-9_]{1,30})?["']?\s{0,3}[:=]\s{0,3}["']?(?:\$\{\w{1,60}:-)?http:\/\//m;

/** A workflow that signs in to an account works on resources of that account, whatever its file is called, unless all of it is a test. */
const signsIn = /aws-actions\/configure-aws-credentials@/;
const endToEnd = /e2e|end[-_]to[-_]end|acceptance|smoke|integration|unit|terraform[-_]test/i;

function importsTests(name: string, text: string): boolean {
  const known = testImports.find(([names]) => names.test(name));
  return known !== undefined && known[1].test(text.slice(0, importsLength));
}

/** What a publisher has put above a library that others copy into their pages: its name with a version, then its licence. */
const published = /^\s*\/\*!?\*?\s[^\n]{0,20}\n?[\s*]{0,8}[\w .@/-]{2,60}[ @-]v?\d+\.\d+[\w.-]*[\s\S]{0,300}?(?:licen[cs]e|copyright|\(c\))/i;

/** The scope with what the text says of itself: a generated file says so at its head; a compose file of local services is local development. */
export function scopeOfText(scope: FileScope, path: string, text: string): FileScope {
  if (scope === 'test' && path.startsWith('.github/workflows/') && !endToEnd.test(path) && signsIn.test(text)) return 'production';
  if (scope !== 'production' && scope !== 'example') return scope;
  if ((generatedMark.test(text.slice(0, 2_000)) && !template.test(path)) || ownDocument.test(text.slice(0, 200))) return 'generated';
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(?:js|css)$/.test(name) && published.test(text.slice(0, 600))) return 'vendored';
  if (/\.(?:json|template)$/.test(name) && (artefact.test(text) || text.includes(synthesized))) return 'generated';
  if (name.endsWith('.json') && text.length > tableLength && text.indexOf('\n', text.indexOf('\n') + 1) === -1) return 'generated';
  if (name.endsWith('.json') && isRecordedEvent(path, text.slice(0, 6_000))) return 'test';
  if (path.startsWith('.github/workflows/') && /\b(?:setup-localstack|localstack\s+start|localstack\/localstack)\b/i.test(text)) return 'test';
  if (importsTests(name, text) || (scripts.test(path) && ownServer.test(text))) return 'test';
  if (/^(?:docker-)?compose[\w.-]*\.ya?ml$/.test(name) && localMark.test(text)) return 'test';
  return scope;
}

/** What such a mark is about is what they make. */
const template = /\.(?:tmpl|tpl|tftpl|j2|jinja|erb|mustache|hbs|vm|vtl|vpt|vtp)$/i;

const siteConfig = /(?:^|\/)(?:hugo\.(?:ya?ml|toml|json)|docusaurus\.config\.[cm]?[jt]s|mkdocs\.ya?ml|antora(?:-playbook)?\.yml|\.vitepress\/config\.[cm]?[jt]s|_config\.yml|book\.toml)$/;

/** What an application is deployed from. */
const manifest = /^[^/]+\/(?:serverless\.(?:ya?ml|ts|js)|template\.ya?ml|samconfig\.toml|cdk\.json|main\.tf|pulumi\.ya?ml)$/i;
/** Folders beside each other at the top with a manifest of their own, from which on the repository is a collection. */
const manyApplications = 8;
/** Parts of a site of Hugo, whose configuration has a common name. */
const sitePart = /^(.+?)\/(layouts\/|content\/|config\.(?:toml|ya?ml)$)/;

/** What MkDocs makes a site of lies in docs beside its configuration, which stands at the head of a program. */
const siteFolder = (folder: string, path: string): string => (/\/mkdocs\.ya?ml$/.test(path) && !/(?:docs|site|documentation)\/$/i.test(folder) ? `${folder}docs/` : folder);

/** Reads what the listing as a whole says. */
export function surroundingsOf(paths: readonly string[]): Surroundings {
  const docsFolders = new Set<string>();
  const siteParts = new Map<string, Set<string>>();
  const applications = new Set<string>();
  const library = (paths.some((path) => /^(?:cargo\.toml|go\.mod|pyproject\.toml|setup\.py)$/i.test(path)) && paths.some((path) => path.startsWith('src/'))) || ['variables.tf', 'outputs.tf'].every((path) => paths.includes(path));
  let code = 0;
  let inExamples = 0;
  for (const path of paths) {
    const site = siteConfig.exec(path);
    const folder = site === null || site.index === 0 ? '' : siteFolder(path.slice(0, site.index + 1), path);
    if (folder !== '') docsFolders.add(folder);
    noteSitePart(path, siteParts);
    if (manifest.test(path)) applications.add(path.slice(0, path.indexOf('/')));
    if (!/\.(?:[cm]?[jt]sx?|py|java|go|tf|ya?ml|cs|rb|kt|sh)$/.test(path)) continue;
    code += 1;
    if (path.split('/', 3).slice(0, -1).some((segment) => exampleFolder.test(segment.toLowerCase()))) inExamples += 1;
  }
  for (const [folder, parts] of siteParts) if (parts.size === 3) docsFolders.add(`${folder}/`);
  return { docsFolders: [...docsFolders].sort(), samples: applications.size >= manyApplications || (!library && code > 0 && inExamples * 3 >= code * 2) };
}

function noteSitePart(path: string, parts: Map<string, Set<string>>): void {
  const [, folder, part] = sitePart.exec(path) ?? [];
  if (folder === undefined || part === undefined) return;
  const known = parts.get(folder);
  if (known === undefined) parts.set(folder, new Set([part]));
  else known.add(part);
}
