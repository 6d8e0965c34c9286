// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { graphDocument } from '../../graph/queries/graph-document.ts';
import { overview } from '../../graph/queries/overview.ts';
import type { EstateView } from '../../graph/view.ts';
import { edgeTypeNames, type EdgeType } from '../../model/edge.ts';
import { UserError } from '../../model/errors.ts';
import { command } from '../command.ts';
import { terminalText } from '../formats/escape.ts';
import { graphFormats, loadFormat } from '../formats/index.ts';
import { selected } from '../graph-selection.ts';
import { wanted } from '../intent.ts';
import { configOptions, formatOption, homeOption, outputOptions, snapshotOptions, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations, forEachPart, type PartDestination } from '../output.ts';
import { openWorkspace } from '../workspace.ts';

export const graph = command({
  name: 'graph',
  description:
    'Connects what templates, code and snapshots say and shows how the estate hangs together: services, what they share, what holds them, single points of failure, and what the loss of each region would leave. With a format, writes the graph or a part of it for other tools. Judges nothing.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    service: { type: 'string', repeatable: true, value: '<name>', describe: 'Only this service; repeatable' },
    around: { type: 'string', repeatable: true, value: '<resource>', describe: 'Only what is around this resource, given by id, ARN or name; repeatable' },
    depth: { type: 'string', value: '<steps>', describe: 'Steps from these (default 1; 0 from the resources of a service)' },
    edge: { type: 'string', multiple: true, choices: edgeTypeNames, value: '<kind>', describe: 'Only edges of this kind, to show and to follow; repeatable' },
    level: { type: 'string', choices: ['service', 'resource'], value: '<level>', describe: 'service: services and what they need of each other; resource (default)' },
    ...formatOption(Object.keys(graphFormats)),
    output: outputOptions.output,
    quiet: { type: 'boolean', short: 'q', describe: 'No notes on stderr' },
    target: { type: 'string', multiple: true, value: '<region>', describe: 'Region in which data should have copies: who uses data that has none there is shown; repeatable' },
    ...homeOption,
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready graph estate.snapshot', describe: 'What stands out in an estate' },
    { command: 'regionready graph . --home us-east-1 --level service --format mermaid', describe: 'The services as a diagram for a wiki' },
    { command: 'regionready graph . --around orders-table --depth 2 --format dot -o orders.dot', describe: 'What is around one table' },
    { command: 'regionready graph estate.snapshot --format neptune-csv=estate.csv', describe: 'All of it for a graph database' },
  ],
  async run(values, args, io) {
    const { format, output, quiet = false, color = true } = values;
    const to = forEachPart(destinations({ format, output }, graphFormats), graphFormats);
    const depth = depthOf(values.depth);
    const workspace = await openWorkspace(values, args, io);
    const { config, rules, input } = workspace;
    const goal = wanted({ home: values.home, target: values.target, strategy: 'warm-standby' }, config);
    const { view, services, notes } = await workspace.read(goal);
    const selection = selected({ view, services }, { level: values.level ?? 'resource', services: values.service ?? [], around: values.around ?? [], depth, edges: (values.edge ?? []) as readonly EdgeType[] });
    const document = { ...graphDocument(view, services, selection), tool: workspace.tool };
    workspace.progress.clear();
    await deliver(async ({ format: id, part }: PartDestination, { paint, columns }) => {
      const print = await loadFormat(graphFormats, id);
      const asked = graphFormats[id]?.overview === true ? overview(view, services, goal.targets) : undefined;
      return print(document, { part, paint, columns, overview: asked, nameOf: (id) => nameOf(view, id) });
    }, { io, destinations: to, rules, quiet, color, input });
    if (!quiet) for (const note of notes) io.stderr.write(`Note: ${terminalText(note)}\n`);
    return 0;
  },
});

function depthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UserError('RR103', `--depth takes a number of steps, not ${text}.`, { hint: 'Write it as --depth 2.' });
}

/** orders (DynamoDB Table). */
function nameOf(view: EstateView, id: string): string {
  const resource = view.resource(id);
  return resource === undefined ? id : `${resource.name} (${resource.resourceType.replace(/^AWS::/, '').replaceAll('::', ' ')})`;
}
