import { Box, Button, Container, ExpandableSection, Grid, Header, KeyValuePairs, Link, SpaceBetween, Table } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { AvailabilityTable } from '../../../../model/availability-table.ts';
import type { RegionInfo } from '../../client.ts';
import { isReport } from '../../request.ts';
import { WorldMap, type MapPoint } from '../../parts/world-map.tsx';
import { availabilityWords, byRegion, type RegionAvailability } from '../../state/availability.ts';
import { listText } from '../../state/lists.ts';
import { counted } from '../../state/words.ts';
import type { PageProps } from '../page.ts';

interface Props extends PageProps {
  readonly table: AvailabilityTable;
  readonly regions: readonly RegionInfo[];
  readonly targets: readonly string[];
  /** What is judged for; undefined where nobody said, or until it is known. */
  readonly target: string | undefined;
}

interface Row extends RegionAvailability {
  readonly info: RegionInfo | undefined;
  readonly role: 'home' | 'target' | undefined;
}

/** The regions of the partition on a map and as a table; one of them in detail. */
export function RegionMap(props: Props): ReactNode {
  const { table, regions, target, query, link } = props;
  const infos = new Map(regions.map((info) => [info.code, info]));
  const rows = byRegion(table).map((each): Row => ({ ...each, info: infos.get(each.region), role: table.home.includes(each.region) ? 'home' : each.region === target ? 'target' : undefined }));
  const points = rows.flatMap(({ region, info, role, tone, ...rest }): MapPoint[] => (info?.latitude === undefined || info.longitude === undefined ? [] : [{ code: region, longitude: info.longitude, latitude: info.latitude, tone, role, words: `${info.name}, ${words(rest)}` }]));
  const selected = rows.find(({ region }) => region === query['region']) ?? rows.find(({ role }) => role === 'target') ?? rows.find(({ role }) => role === 'home');
  const href = (code: string): string => link('regions', { ...query, region: code });
  return (
    <Container header={<Header variant="h2" counter={`(${rows.length})`} description={`Coloured by whether the ${counted(table.types.length, 'resource type')} used at home can be had there. Places are those of the cities that regions are named after.`}>Where what we use is offered</Header>} footer={<ul className="legend" aria-label="Colours">{legend.map(([tone, title]) => <li key={tone}><svg className="swatch" viewBox="0 0 14 14" aria-hidden="true"><circle className={`fill-${tone}`} cx={7} cy={7} r={6} /></svg>{title}</li>)}</ul>}>
      <SpaceBetween size="m">
        <Grid gridDefinition={[{ colspan: { default: 12, m: 9 } }, { colspan: { default: 12, m: 3 } }]}>
          <WorldMap points={points} selected={selected?.region} href={href} />
          {selected === undefined ? <Box>Choose a region.</Box> : <Detail {...props} row={selected} />}
        </Grid>
        <ExpandableSection headerText="The same as a table" defaultExpanded={query['table'] === 'true'}>
        <Table
          items={rows} variant="embedded" contentDensity="compact" ariaLabels={{ tableLabel: 'Regions' }} trackBy="region"
          columnDefinitions={[
            { id: 'region', header: 'Region', isRowHeader: true, cell: ({ region, role }) => <><Link href={href(region)}>{region}</Link>{role !== undefined && ` (${role})`}</> },
            { id: 'name', header: 'Name', cell: ({ info }) => info?.name },
            { id: 'lacking', header: 'Types lacking', cell: ({ lacking }) => lacking.length },
            { id: 'unknown', header: 'Not known', cell: ({ unknown }) => unknown },
            { id: 'trip', header: 'Round trip from home', cell: ({ info, role }) => (role === 'home' ? 'home' : info?.roundTrip === undefined ? 'not told' : `${Math.round(info.roundTrip.ms)} ms, ${info.roundTrip.measured ? 'measured' : 'estimated'}`) },
            { id: 'zones', header: 'Zones', cell: ({ info }) => info?.zones ?? 'not told' },
            { id: 'access', header: 'Accounts', cell: ({ info }) => access(info) },
          ]}
        />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

const legend = [['ready', 'has all of it'], ['critical', 'lacks something'], ['high', 'probably lacks something'], ['medium', 'offered, but not through CloudFormation'], ['unknown', 'not known']] as const;

const words = ({ lacking, unknown }: Pick<RegionAvailability, 'lacking' | 'unknown'>): string => `${lacking.length === 0 ? 'nothing lacking' : `${counted(lacking.length, 'type')} lacking`}${unknown === 0 ? '' : `, ${unknown} not known`}`;
const access = (info: RegionInfo | undefined): string => (info?.optIn === undefined || info.optIn === null ? 'not told' : info.optIn ? 'opt-in' : 'default');

function Detail({ row: { region, info, role, lacking, unknown, offered }, targets, query, show, link }: Props & { readonly row: Row }): ReactNode {
  return (
    <div className="region-detail">
      <SpaceBetween size="s">
        <Box variant="h3" padding="n">{region}{role !== undefined && ` (${role})`}</Box>
        <KeyValuePairs items={[{ label: 'Name', value: info?.name ?? region }, { label: 'Opened', value: info?.opened ?? 'not told' }, { label: 'Round trip from home', value: role === 'home' ? 'home' : info?.roundTrip === undefined ? 'not told' : `${Math.round(info.roundTrip.ms)} ms` }, { label: 'Zones', value: info?.zones ?? 'not told' }, { label: 'Accounts', value: access(info) }, { label: 'Types offered', value: `${offered}; ${unknown} not known` }]} />
        {lacking.length > 0 && <div><Box variant="awsui-key-label">Lacking</Box><ul className="plain-list">{lacking.slice(0, 8).map(({ type, state, resources }) => <li key={type}>{type}, {counted(resources, 'resource')}: {availabilityWords[state]}</li>)}{lacking.length > 8 && <li>and {lacking.length - 8} more</li>}</ul></div>}
        {role !== 'home' && !isReport() && <SpaceBetween direction="horizontal" size="xs">{role === undefined && <Button href={link('overview', { target: region })}>Judge for it</Button>}<Button disabled={targets.includes(region)} onClick={() => show('regions', { ...query, region, targets: listText([...targets, region]) })}>Compare</Button></SpaceBetween>}
      </SpaceBetween>
    </div>
  );
}
