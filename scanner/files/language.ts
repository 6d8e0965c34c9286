/** A language or format by its file names. */
interface KnownLanguage {
  readonly title: string;
  /** With the dot, lower case. */
  readonly extensions?: readonly string[];
  /** Whole names, lower case. */
  readonly names?: readonly string[];
  /** Programs of a #! line. */
  readonly interpreters?: readonly string[];
}

/** What files can be. Languages that nothing reads yet are here so that a scan can say that it met them. */
export const languages = {
  typescript: { title: 'TypeScript', extensions: ['.ts', '.tsx', '.mts', '.cts'], interpreters: ['ts-node', 'tsx', 'deno', 'bun'] },
  javascript: { title: 'JavaScript', extensions: ['.js', '.jsx', '.mjs', '.cjs'], interpreters: ['node', 'nodejs'] },
  vue: { title: 'Vue', extensions: ['.vue'] },
  svelte: { title: 'Svelte', extensions: ['.svelte'] },
  astro: { title: 'Astro', extensions: ['.astro'] },
  python: { title: 'Python', extensions: ['.py', '.pyi', '.pyw'], interpreters: ['python', 'python2', 'python3'] },
  java: { title: 'Java', extensions: ['.java'] },
  kotlin: { title: 'Kotlin', extensions: ['.kt', '.kts'] },
  scala: { title: 'Scala', extensions: ['.scala', '.sc', '.sbt'] },
  groovy: { title: 'Groovy', extensions: ['.groovy', '.gradle'], names: ['jenkinsfile'] },
  clojure: { title: 'Clojure', extensions: ['.clj', '.cljs', '.cljc', '.edn'] },
  go: { title: 'Go', extensions: ['.go'] },
  rust: { title: 'Rust', extensions: ['.rs'] },
  csharp: { title: 'C#', extensions: ['.cs'] },
  fsharp: { title: 'F#', extensions: ['.fs', '.fsx'] },
  ruby: { title: 'Ruby', extensions: ['.rb', '.rake', '.gemspec', '.ru'], names: ['gemfile', 'rakefile', 'vagrantfile', 'berksfile'], interpreters: ['ruby'] },
  php: { title: 'PHP', extensions: ['.php', '.phtml'], interpreters: ['php'] },
  perl: { title: 'Perl', extensions: ['.pl', '.pm'], interpreters: ['perl'] },
  swift: { title: 'Swift', extensions: ['.swift'] },
  objectivec: { title: 'Objective-C', extensions: ['.m', '.mm'] },
  dart: { title: 'Dart', extensions: ['.dart'] },
  cpp: { title: 'C and C++', extensions: ['.c', '.cc', '.cpp', '.cxx', '.h', '.hh', '.hpp'] },
  elixir: { title: 'Elixir', extensions: ['.ex', '.exs'] },
  erlang: { title: 'Erlang', extensions: ['.erl', '.hrl'] },
  lua: { title: 'Lua', extensions: ['.lua'] },
  r: { title: 'R', extensions: ['.r'] },
  sql: { title: 'SQL', extensions: ['.sql'] },
  shell: { title: 'Shell', extensions: ['.sh', '.bash', '.zsh', '.ksh', '.bats'], names: ['.bashrc', '.bash_profile', '.profile', '.envrc'], interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash'] },
  powershell: { title: 'PowerShell', extensions: ['.ps1', '.psm1', '.psd1'], interpreters: ['pwsh'] },
  jq: { title: 'jq', extensions: ['.jq'], interpreters: ['jq'] },
  puppet: { title: 'Puppet', extensions: ['.pp'] },
  batch: { title: 'Batch', extensions: ['.bat', '.cmd'] },
  makefile: { title: 'Make', extensions: ['.mk', '.mak'], names: ['makefile', 'gnumakefile'] },
  dockerfile: { title: 'Dockerfile', extensions: ['.dockerfile'], names: ['dockerfile', 'containerfile'] },
  terraform: { title: 'Terraform', extensions: ['.tf', '.tfvars', '.hcl', '.tofu', '.tfbackend', '.nomad'] },
  bicep: { title: 'Bicep', extensions: ['.bicep'] },
  yaml: { title: 'YAML', extensions: ['.yaml', '.yml', '.sls'] },
  json: { title: 'JSON', extensions: ['.json', '.jsonc', '.json5', '.template', '.cf', '.cfn', '.tfstate'], names: ['.prettierrc', '.eslintrc', '.babelrc'] },
  toml: { title: 'TOML', extensions: ['.toml'], names: ['pipfile'] },
  properties: { title: 'Properties', extensions: ['.properties', '.conf', '.cfg', '.ini', '.cnf', '.config', '.service', '.timer', '.mount', '.acl', '.vcl'] },
  env: { title: 'Environment file', extensions: ['.env'], names: ['.env'] },
  xml: { title: 'XML', extensions: ['.xml', '.xsd', '.csproj', '.props', '.targets', '.plist'] },
  html: { title: 'HTML', extensions: ['.html', '.htm', '.xhtml', '.ejs', '.hbs', '.mustache', '.jinja', '.j2', '.tpl', '.tmpl', '.erb', '.vm', '.vtl', '.vpt', '.vtp'] },
  css: { title: 'Style sheet', extensions: ['.css', '.scss', '.sass', '.less'] },
  graphql: { title: 'GraphQL', extensions: ['.graphql', '.gql'] },
  protobuf: { title: 'Protocol Buffers', extensions: ['.proto'] },
  markdown: { title: 'Documentation', extensions: ['.md', '.mdx', '.markdown', '.rst', '.adoc', '.asciidoc', '.txt', '.org'], names: ['readme', 'license', 'notice', 'changelog', 'authors', 'codeowners'] },
  notebook: { title: 'Notebook', extensions: ['.ipynb'] },
} as const satisfies Readonly<Record<string, KnownLanguage>>;

export type LanguageId = keyof typeof languages;

const byExtension = new Map<string, LanguageId>();
const byName = new Map<string, LanguageId>();
const byInterpreter = new Map<string, LanguageId>();
for (const [id, language] of Object.entries(languages) as [LanguageId, KnownLanguage][]) {
  for (const extension of language.extensions ?? []) byExtension.set(extension, id);
  for (const name of language.names ?? []) byName.set(name, id);
  for (const interpreter of language.interpreters ?? []) byInterpreter.set(interpreter, id);
}

/** Language of a file by its name; undefined for what is no text that we know, such as images. */
export function languageOfName(path: string): LanguageId | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const whole = byName.get(name);
  if (whole !== undefined) return whole;
  if (/^(?:dockerfile|containerfile)\./.test(name)) return 'dockerfile';
  if (name.startsWith('.env.')) return 'env';
  if (/^(?:makefile|gnumakefile)\./.test(name)) return 'makefile';
  if (/^jenkinsfile[.-]/.test(name)) return 'groovy';
  if (name.endsWith('.erb')) return ofInner(name) ?? 'html';
  const set = /\.(?:defaults?|base|prod(?:uction)?|stag(?:e|ing)|dev(?:elopment)?|v\d{1,2})$/.exec(name);
  if (set !== null && name.indexOf('.') < set.index) return languageOfName(name.slice(0, set.index));
  const dot = name.lastIndexOf('.');
  const language = dot <= 0 ? undefined : byExtension.get(name.slice(dot));
  if (language === 'html' && /\.(?:tpl|tmpl|j2|jinja|hbs|mustache|ejs|vm|vtl|vpt|vtp)$/.test(name)) {
    return ofInner(name) ?? language;
  }
  return language;
}

/** Language of what a template makes: deployment.yaml.erb. */
const ofInner = (name: string): LanguageId | undefined => byExtension.get(/\.[a-z0-9]+(?=\.[a-z0-9]+$)/.exec(name)?.[0] ?? '');

/** Language of a file without a telling name, by its #! line, or by the first line of a manifest. */
export function languageOfFirstLine(text: string): LanguageId | undefined {
  if (/^(?:---\r?\n|apiVersion:\s)/.test(text)) return 'yaml';
  if (/^\s{0,40}\{\s{0,40}"[\w .-]{1,100}"\s{0,4}:/.test(text)) return 'json';
  if (/^(?:[#;][^\n]*\n|\r?\n)*\[(?:default|profile [^\]\n]{1,80})\]/.test(text)) return 'properties';
  if (!text.startsWith('#!')) return exports.test(text.slice(0, 4_000)) ? 'shell' : isSettings(text) ? 'properties' : undefined;
  const words = text.slice(2, 200).split('\n', 1)[0]?.trim().split(/\s+/) ?? [];
  const program = words.map((word) => word.slice(word.lastIndexOf('/') + 1)).find((word) => word !== 'env' && !word.startsWith('-'));
  return program === undefined ? undefined : byInterpreter.get(program.replace(/(?<=^python\d)\.\d+$/, ''));
}

/** Lines of a shell that are read into another one: source environment. */
const exports = /^(?:export [A-Za-z_]\w*=|set -[a-z]+[ \n])/m;
const setting = /^\s*(?:export\s+)?[\w.-]{2,60}\s{0,20}[:=]\s{0,20}\S|^\s*[\w.-]{2,60}\s{0,4}[:=]\s*$|^\s*\[[\w .:/-]{1,80}\]\s*$/;
/** Lines at the head of a file that tell settings from other text. */
const settingLines = 40;

/** Whether a file without a telling name holds settings: key = value, key: value, sections. */
function isSettings(text: string): boolean {
  const lines = text.slice(0, 4_000).split('\n', settingLines).filter((line) => !/^\s*(?:[#;].*)?$/.test(line));
  return lines.length >= 3 && lines.filter((line) => setting.test(line)).length * 10 >= lines.length * 9;
}

/** Names without an extension are looked into for a #! line. */
export function mayHaveInterpreter(path: string): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
