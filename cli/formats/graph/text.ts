import type { Overview } from '../../../graph/queries/overview.ts';
import { sourceLabel } from '../../../model/source.ts';
import { basisTitles } from './basis.ts';
import { terminalText } from '../escape.ts';
import { table } from '../table.ts';
import { indented } from '../terminal.ts';
import { counted, grouped } from '../words.ts';
import type { GraphContext, GraphFormat } from './graph-format.ts';

/** Lines of each list; the rest is counted. */
const most = 8;

/** What stands out in the whole estate, for a terminal. The part that was chosen is only counted: graphs are for the other formats. */
export const graphText: GraphFormat<string> = ({ level, nodes, edges, omitted }, context) => {
  const { overview, paint, columns, nameOf = (id) => id } = context;
  if (overview === undefined) throw new Error('The text format needs an overview.');
  const chosen = omitted.nodes === 0 ? [] : [`Chosen: ${counted(nodes.length, level)} and ${counted(edges.length, 'edge')}. Name a format to see them: --format dot, mermaid, json …`, ''];
  const sections = [services(overview, context), ...lists(overview, nameOf)];
  return `${[
    paint('bold', `${counted(overview.resources, 'resource')}, ${counted(overview.edges.reduce((sum, [, count]) => sum + count, 0), 'edge')}, ${counted(overview.services.length, 'service')}`),
    ...indented(overview.edges.map(([type, count]) => `${type} ${grouped(count)}`).join(', '), columns, { first: '  ' }),
    ...(overview.dangling === 0 ? [] : indented(`${counted(overview.dangling, 'reference')} to things that are not in the estate`, columns, { first: '  ' })),
    '',
    ...chosen,
    ...sections.flatMap(({ title, lines, of }) => (lines.length === 0 ? [] : [paint('bold', title), ...lines.flatMap((line) => indented(terminalText(line), columns, { first: '  ', rest: '    ' })), ...(of > lines.length ? [`  … and ${grouped(of - lines.length)} more`] : []), ''])),
  ].join('\n').trimEnd()}\n`;
};

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly of: number;
}

const section = <T>(title: string, all: readonly T[], line: (each: T) => string): Section => ({ title, lines: all.slice(0, most).map(line), of: all.length });

function services({ services: all }: Overview, { columns }: GraphContext): Section {
  const largest = all.toSorted((a, b) => b.resources.length - a.resources.length);
  const rows = largest.slice(0, 3 * most).map(({ id, basis, resources }) => [terminalText(id), grouped(resources.length), `by ${basisTitles[basis]}`]);
  const [, ...lines] = table([{ title: '', shrink: true, least: 20 }, { title: '', right: true }, { title: '' }], rows, columns - 2);
  return { title: 'Services', lines: lines.map((line) => line.replace(/ /g, '\u00a0')), of: all.length };
}

function lists({ shared, singlePoints, cycles, gravity, pathsAbroad, requestsAbroad, losses, uncopied, ...rest }: Overview, nameOf: (id: string) => string): Section[] {
  const some = (ids: readonly string[]): string => `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
  return [
    section('Shared by several services', shared, ({ id, service, users }) => `${nameOf(id)} of ${service}: used by ${some(users.map((user) => user.service))}`),
    section('Data that holds others', gravity.filter(({ pulls }) => pulls.length > 0), ({ id, service, users, pulls }) => `${nameOf(id)} of ${service}: ${counted(users, 'user')}, pulls ${some(pulls.map((pull) => pull.service))}`),
    section('Single points of failure', singlePoints.filter(({ users }) => users > 1), ({ id, cutOff, users }) => `${nameOf(id)}: ${counted(users, 'direct user')}; without it ${counted(cutOff, 'resource')} cut off from the rest`),
    section('Need each other', cycles, ({ resources }) => some(resources.map(nameOf))),
    section(`Requests into another region (${grouped(requestsAbroad)})`, pathsAbroad, ({ entry, hops, ms, basis }) => `${nameOf(entry)}: ${hops.map(({ edge, from, to }) => `${from} → ${to} (${nameOf(edge.to)})`).join(', ')}; ${basis === 'unknown' ? `at least ${Math.round(ms)} ms, not every distance is known` : `${Math.round(ms)} ms, ${basis}`}`),
    section('If a region is lost', losses, ({ region, services: { untouched, switches, impaired, down }, data }) => `${region}: ${counted(down, 'service')} down, ${impaired} impaired, ${switches} with counterparts elsewhere, ${untouched} untouched; data of ${counted(data.lost, 'store')} lost, of ${data.unknown} unknown, of ${data.copied} copied`),
    ...uncopied.map(([region, uses]) => section(`Used, and without a copy in ${region}`, uses, ({ edge, user, store, possibly }) => `${user.name} ${edge.type} ${store.name}, which ${possibly ? 'may have no copy' : 'has no copy'} there`)),
    ...declarations(rest),
  ];
}

/** What runs beside what is declared; nothing where only one of the two was read. */
function declarations({ declared, undeclared, drift }: Pick<Overview, 'declared' | 'undeclared' | 'drift'>): Section[] {
  if (declared.every(({ counts }) => counts.managed + counts.undeployed + counts.unseen === 0)) return [];
  const running = ({ counts }: (typeof declared)[number]): number => counts.managed + counts.unmanaged;
  const share = (each: (typeof declared)[number]): string => `${each.service}: ${each.counts.managed} of ${counted(running(each), 'resource')} that ${running(each) === 1 ? 'runs' : 'run'}${each.counts.undeployed === 0 ? '' : `; ${counted(each.counts.undeployed, 'declared one')} not found`}`;
  return [
    section('Declared as code', declared.toSorted((a, b) => (a.share ?? 1) - (b.share ?? 1)), share),
    section('Runs, and is declared nowhere', undeclared, ({ name, resourceType, region = '' }) => `${name} (${[resourceType, region].filter((text) => text !== '').join(', ')})`),
    section('Sources disagree', drift, ({ resource, attribute, told }) => `${resource.name} ${attribute}: ${told.map(({ value, source }) => `${JSON.stringify(value)} by ${sourceLabel(source)}`).join(', ')}`),
  ];
}
