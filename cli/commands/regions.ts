// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { classOffered, classSource } from '../../model/class-offer.ts';
import { UserError } from '../../model/errors.ts';
import { latencyBetween, latencySource, partitionOf, partitions, regionOf, regions as allRegions, suggestRegion, type Region } from '../../model/region.ts';
import { serviceOffered, serviceSource } from '../../model/service-offer.ts';
import { typeRegistered, typeSource } from '../../model/type-offer.ts';
import { command } from '../command.ts';
import { table } from '../formats/table.ts';
import { indented, painted, plain, type Paint } from '../formats/terminal.ts';
import { terminalOptions } from '../options.ts';
import { coloured } from '../output.ts';

export const regions = command({
  name: 'regions',
  description: 'Lists every AWS region of every partition, or shows what is known of one: names, zones, distances, and which data there is on what it offers, from which day.',
  arguments: [{ name: '[code]', describe: 'Region to show' }],
  options: {
    from: { type: 'string', value: '<region>', describe: 'Adds the round-trip time from this region' },
    format: { type: 'string', choices: ['text', 'json'], value: '<format>', describe: 'text (default) or json' },
    color: terminalOptions.color,
  },
  examples: [
    { command: 'regionready regions --from us-east-1', describe: 'All regions, with the round-trip time from us-east-1' },
    { command: 'regionready regions eu-central-1', describe: 'What is known of eu-central-1' },
  ],
  async run({ from, format = 'text', color = true }, [code], io) {
    const paint = coloured(io.stdout, io.env, color) ? painted : plain;
    const columns = io.stdout.columns ?? 120;
    if (from !== undefined) known(from);
    if (code === undefined) io.stdout.write(format === 'json' ? asJson([...allRegions.values()].map((region) => told(region, from))) : list(from, paint, columns));
    else io.stdout.write(format === 'json' ? asJson(told(known(code), from)) : details(known(code), { paint, columns }));
    return 0;
  },
});

function known(code: string): Region {
  const region = regionOf(code);
  if (region !== undefined) return region;
  const meant = suggestRegion(code);
  const partition = partitionOf(code);
  const like = partition === undefined ? '' : ` It looks like a region of the partition ${partition.id}; there is no data for it.`;
  throw new UserError('RR404', `There is no region ${code}.${meant === undefined ? '' : ` Did you mean ${meant}?`}${like}`);
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function told(region: Region, from: string | undefined): object {
  const latency = from === undefined ? undefined : latencyBetween(from, region.code);
  return { ...region, ...(latency === undefined ? {} : { roundTrip: { from, ...latency } }), data: dataOn(region.code) };
}

/** What the dated tables can say of a region. */
function dataOn(code: string): { readonly what: string; readonly known: boolean; readonly source: string; readonly date: string }[] {
  return [
    { what: 'services', known: serviceOffered('ec2', code) !== undefined, ...serviceSource },
    { what: 'CloudFormation types', known: typeRegistered('AWS::S3::Bucket', code) !== undefined, ...typeSource },
    { what: 'instance classes', known: classOffered('ec2', 'm5.large', code) !== undefined, ...classSource },
    { what: 'round-trip times', known: latencyBetween(code, code) !== undefined, ...latencySource },
  ];
}

function list(from: string | undefined, paint: Paint, columns: number): string {
  const rows = [...allRegions.values()].map((region) => [
    region.code,
    region.longName,
    region.partition,
    optInText(region),
    region.azIds.length === 0 ? 'unknown' : String(region.azIds.length),
    region.launchDate ?? (region.status === 'announced' ? 'announced' : 'unknown'),
    ...(from === undefined ? [] : [roundTrip(from, region.code)]),
  ]);
  const [head = '', ...lines] = table(
    [
      { title: 'Region' },
      { title: 'Name', shrink: true, least: 26 },
      { title: 'Partition', drop: 2 },
      { title: 'Opt-in' },
      { title: 'Zones', right: true },
      { title: 'Opened', drop: 1 },
      ...(from === undefined ? [] : [{ title: `From ${from}`, right: true as const }]),
    ],
    rows,
    columns,
  );
  const about = from === undefined ? [] : ['', `Round trip, median of a year: ${latencySource.source}, ${latencySource.date}. ~ is estimated from the distance.`];
  return `${[paint('bold', head), ...lines, ...about.flatMap((line) => indented(line, columns, { first: '' }))].join('\n')}\n`;
}

function optInText({ optIn }: Region): string {
  return optIn === null ? 'unknown' : optIn ? 'needed' : 'no';
}

function roundTrip(from: string, to: string): string {
  const latency = latencyBetween(from, to);
  return latency === undefined ? 'unknown' : `${latency.measured ? '' : '~'}${Math.round(latency.ms)} ms`;
}

const nearestShown = 5;

function details(region: Region, { paint, columns }: { readonly paint: Paint; readonly columns: number }): string {
  const { code, longName, country, city, azIds, launchDate, status, partition, dnsSuffix, dualStackDnsSuffix, shortCode, billingCode } = region;
  const line = (label: string, value: string): string[] => indented(value, Math.min(columns, 100), { first: `  ${label.padEnd(22)}` });
  const optIn = { unknown: 'not known', needed: 'accounts must enable it first', no: 'not needed, every account can use it' }[optInText(region)] ?? '';
  const zones = azIds.length === 0 ? 'not known' : `${azIds.length}: ${azIds.join(', ')} (an account may see fewer)`;
  return `${[
    `${paint('bold', code)}  ${longName}`,
    ...line('Place', [city, country].filter((part) => part !== undefined).join(', ') || 'not known'),
    ...line('Partition', `${partition}; its global services run from ${partitions.get(partition)?.implicitGlobalRegion ?? 'an unknown region'}`),
    ...line('Opened', status === 'announced' ? 'announced, not known to be open' : (launchDate ?? 'not known')),
    ...line('Opt-in', optIn),
    ...line('Zones', zones),
    ...line('Host names', `….${code}.${dnsSuffix}, dual-stack ….${code}.${dualStackDnsSuffix}`),
    ...line('Short forms', [shortCode === undefined ? undefined : `${shortCode} in zone ids`, billingCode === undefined ? undefined : `${billingCode} on bills`].filter((part) => part !== undefined).join(', ') || 'not known'),
    ...line('Nearest', nearest(code)),
    '',
    paint('bold', 'What is known of its offer'),
    ...dataOn(code).flatMap(({ what, known: has, source, date }) => line(what, has ? `yes, as of ${date} (${source})` : 'no data: answers are unknown')),
  ].join('\n')}\n`;
}

function nearest(code: string): string {
  const others = [...allRegions.keys()].flatMap((other) => {
    const latency = other === code ? undefined : latencyBetween(code, other);
    return latency === undefined ? [] : [{ other, ms: latency.ms }];
  });
  const sorted = others.sort((a, b) => a.ms - b.ms).slice(0, nearestShown);
  return sorted.length === 0 ? 'not known' : sorted.map(({ other }) => `${other} ${roundTrip(code, other)}`).join(', ');
}
