const only = (from, to, comment) => ({
  name: `${from}-imports-only-${to.length === 0 ? 'itself' : to.join('-')}`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(model|scanner|graph|rules|server|ui|cli|scripts|test|bench)/', pathNot: `^(${[from, ...to].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('model', [], 'model/ is the vocabulary that everything else speaks. If it needs something of ours, that something belongs into model/.'),
    only('scanner', ['model'], 'A scanner states facts. It must not know the graph, a rule or a target: what it reads must be the same whatever is asked of it later.'),
    only('graph', ['model'], 'The graph connects facts. It judges nothing, so it has no business with rules or scanners.'),
    only('rules', ['model', 'graph'], 'A rule judges what the graph shows. If a rule needs something that is not there, a scanner has to state it as a fact.'),
    only('server', ['model', 'graph', 'rules'], 'The server keeps documents and asks the core. What it needs of cli/ belongs further in, or is handed to it at its start.'),
    {
      name: 'pure-core',
      comment: 'model, graph and rules run in the browser too and must be replayable: no Node built-ins, no I/O. Read in a scanner, write in cli.',
      severity: 'error',
      from: { path: '^(model|graph|rules)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-sibling-rules',
      comment: 'A rule that leans on another one cannot be turned off alone. Move what both need to rules/support/.',
      severity: 'error',
      from: { path: '^rules/(data|config|artifact|compute|network|traffic|messaging|identity|operations|region|graph|code|cost)/' },
      to: { path: '^rules/(data|config|artifact|compute|network|traffic|messaging|identity|operations|region|graph|code|cost)/' },
    },
    {
      name: 'ui-asks',
      comment: 'Pages ask, they do not compute: the same pages show what a server answers and what a report does. What answers in a report is in ui/app/embedded/estate.',
      severity: 'error',
      from: { path: '^ui/', pathNot: '^ui/app/embedded/estate/' },
      to: { path: '^(scanner|graph|rules|server)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-cli',
      comment: 'cli/ is the outermost layer. What others need of it belongs further in.',
      severity: 'error',
      from: { path: '^(model|scanner|graph|rules|server|ui)/' },
      to: { path: '^cli/' },
    },
    {
      name: 'aws-sdk-in-scanner-aws-only',
      comment: 'Auditing a saved snapshot must load no AWS SDK.',
      severity: 'error',
      from: { path: '^(model|graph|rules|cli|ui|server|scanner/(iac|code))/' },
      to: { path: '@aws-sdk/' },
    },
    { name: 'no-cycles', comment: 'Two files that need each other are one file, or need a third.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', comment: 'The import points to nothing. (sarif is types only: @types/sarif.)', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^sarif$' } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
