import { join } from 'node:path';
import { z } from 'zod';
import { maskOf } from '../../model/bitmask.ts';
import { compareText } from '../../model/json.ts';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

/** Class → regions, per family. */
type Offers = Map<string, Map<string, Set<string>>>;

/** Families whose lists are one enum per region, by file under cfn-lint's schema extensions. */
const families = {
  dax: 'aws_dax_cluster/nodetype',
  docdb: 'aws_docdb_dbinstance/dbinstanceclass',
  ec2: 'aws_ec2_instance/instancetype',
  elasticache: 'aws_elasticache_cachecluster/cachenodetype',
  emr: 'aws_emr_cluster/instancetypeconfig_instancetype',
  mq: 'aws_amazonmq_broker/instancetype',
  neptune: 'aws_neptune_dbinstance/dbinstanceclass',
  opensearch: 'aws_opensearchservice_domain/clusterconfig_instancetype',
  redshift: 'aws_redshift_cluster/nodetype',
  'sagemaker-hosting': 'aws_sagemaker_hosting/instancetype',
} as const;

/** Families whose lists depend on the engine; each engine is a family of its own. */
const engineFamilies = { rds: 'aws_rds_dbinstance/dbinstanceclass', 'rds-cluster': 'aws_rds_dbcluster/dbclusterinstanceclass' } as const;

const enumFile = z.record(z.string(), z.unknown());
const enumOfRegion = z.object({ enum: z.array(z.string()) });
/** One value or several, as JSON Schema puts it. */
const constOrEnum = z.union([z.object({ const: z.string() }).transform((of) => [of.const]), z.object({ enum: z.array(z.string()) }).transform((of) => of.enum)]);
const condition = z.object({ properties: z.object({ Engine: constOrEnum }) });
const consequence = z.object({ properties: z.record(z.string(), enumOfRegion) });

/** {if: engine, then: classes} */
const engineClause = z.record(z.string(), z.unknown()).transform((clause) => ({
  engines: condition.parse(clause['if']).properties.Engine,
  classes: Object.values(consequence.parse(clause['then']).properties).flatMap((of) => of.enum),
}));
const enumsOfEngines = z.object({ allOf: z.array(engineClause) });
const isRegion = (key: string): boolean => /-\d$/.test(key);

export async function instanceRegionsTable(sources: Sources): Promise<Table> {
  const cfnLint = await sources.wheel('cfn-lint');
  const folder = join(cfnLint.folder, 'cfnlint', 'data', 'schemas', 'extensions');
  const read = (file: string): Promise<Record<string, unknown>> => readJson(join(folder, `${file}_enum.json`), enumFile);
  const offers: Offers = new Map();
  for (const [family, file] of Object.entries(families)) {
    for (const [region, list] of Object.entries(await read(file)).filter(([key]) => isRegion(key))) {
      add(rowsOf(offers, family), region, written(family, enumOfRegion.parse(list).enum));
    }
  }
  for (const [family, file] of Object.entries(engineFamilies)) {
    for (const [region, lists] of Object.entries(await read(file)).filter(([key]) => isRegion(key))) {
      for (const { engines, classes } of enumsOfEngines.parse(lists).allOf) {
        for (const engine of engines) add(rowsOf(offers, `${family}:${engine}`), region, classes);
      }
    }
  }
  const order = [...new Set([...offers.values()].flatMap((classes) => [...classes.values()].flatMap((of) => [...of])))].sort(compareText);
  const mask = (of: Iterable<string>): string => maskOf(Array.from(of, (region) => order.indexOf(region)));
  return {
    name: 'instance-regions',
    meta: {
      title: 'Instance and node classes by region',
      ...provenanceOf(cfnLint),
      derivedBy: 'scripts/catalogue/instance-regions.ts',
      encoding: 'families[family].regions: regions with data, and .classes[class]: regions that have it, as hexadecimal sets in which bit i stands for regionOrder[i]. rds:<engine> are DB instance classes of any licence model, rds-cluster:<engine> those of Multi-AZ DB clusters',
      caveats: [
        'Taken by cfn-lint from AWS price lists and EC2 offerings: a class may have a price before it can be had, and capacity is never promised.',
        'A region that a family does not list (isolated and announced regions, eusc-de-east-1, some regions for docdb, neptune and rds-cluster) is unknown.',
        'dax: in the regions added in 2026 the price list names every class, retired generations included.',
        'mq: the price list writes mq.m7g.2xl; given here as mq.m7g.2xlarge, as the API has it.',
        'Regions hold zones with different classes: that a region has a class does not say that each of its zones does.',
      ],
    },
    body: {
      regionOrder: order,
      families: sortedObject([...offers].map(([family, classes]) => [family, {
        regions: mask(new Set([...classes.values()].flatMap((of) => [...of]))),
        classes: sortedObject([...classes].map(([name, of]) => [name, mask(of)])),
      }])),
    },
  };
}

function rowsOf(offers: Offers, family: string): Map<string, Set<string>> {
  const rows = offers.get(family) ?? new Map<string, Set<string>>();
  offers.set(family, rows);
  return rows;
}

function add(rows: Map<string, Set<string>>, region: string, classes: readonly string[]): void {
  for (const name of classes) rows.set(name, (rows.get(name) ?? new Set()).add(region));
}

/** Names as the API has them: the price list writes mq.m7g.2xl. */
function written(family: string, classes: readonly string[]): readonly string[] {
  return family === 'mq' ? classes.map((name) => name.replace(/(\d)xl$/, '$1xlarge')) : classes;
}
