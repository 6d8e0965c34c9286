// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { graphDocument, type Selection } from '../../graph/queries/graph-document.ts';
import { overview } from '../../graph/queries/overview.ts';
import type { Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import { edgeTypeNames, type EdgeType } from '../../model/edge.ts';
import { UserError } from '../../model/errors.ts';
import { command } from '../command.ts';
import { terminalText } from '../formats/escape.ts';
import { graphFormats, loadFormat } from '../formats/index.ts';
import { wanted } from '../intent.ts';
import { configOptions, formatOption, homeOption, outputOptions, snapshotOptions, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations, forEachPart, type PartDestination } from '../output.ts';
import { didYouMean } from '../suggest.ts';
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
    const selection = select({ view, services }, { level: values.level ?? 'resource', services: values.service ?? [], around: values.around ?? [], depth, edges: (values.edge ?? []) as readonly EdgeType[] });
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

/** The selection with its names checked: services must exist, resources become ids. Throws RR405. */
function select({ view, services }: { readonly view: EstateView; readonly services: Services }, asked: Required<Omit<Selection, 'limit'>>): Required<Omit<Selection, 'limit'>> {
  const known = new Set(services.all.map(({ id }) => id));
  for (const name of asked.services) if (!known.has(name)) throw new UserError('RR405', `There is no service ${name}.${didYouMean(name, known)}`, { hint: `Services: ${some([...known])}` });
  return { ...asked, around: asked.around.flatMap((name) => named(view, name)) };
}

/** Resources by id, ARN or name. */
function named(view: EstateView, text: string): string[] {
  if (view.resource(text) !== undefined) return [text];
  const all = [...view.estate.resources.values()];
  const found = all.filter(({ name, arn }) => name === text || arn === text).map(({ id }) => id);
  if (found.length > 0) return found;
  throw new UserError('RR405', `There is no resource ${text}.${didYouMean(text, new Set(all.slice(0, 20_000).map(({ name }) => name)))}`);
}

const some = (names: readonly string[]): string => `${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.`;

/** orders (DynamoDB Table). */
function nameOf(view: EstateView, id: string): string {
  const resource = view.resource(id);
  return resource === undefined ? id : `${resource.name} (${resource.resourceType.replace(/^AWS::/, '').replaceAll('::', ' ')})`;
}
