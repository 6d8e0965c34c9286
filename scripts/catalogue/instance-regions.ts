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
const enumsOfEngines = z.object({
  allOf: z.array(z.object({
    if: z.object({ properties: z.object({ Engine: z.union([z.object({ const: z.string() }).transform((of) => [of.const]), z.object({ enum: z.array(z.string()) }).transform((of) => of.enum)]) }) }),
    then: z.object({ properties: z.record(z.string(), enumOfRegion) }),
  })),
});
const isRegion = (key: string): boolean => /-\d$/.test(key);

export async function instanceRegionsTable(sources: Sources): Promise<Table> {
  const cfnLint = await sources.wheel('cfn-lint');
  const folder = join(cfnLint.folder, 'cfnlint', 'data', 'schemas', 'extensions');
  const read = (file: string): Promise<Record<string, unknown>> => readJson(join(folder, `${file}_enum.json`), enumFile);
  const offers: Offers = new Map();
  for (const [family, file] of Object.entries(families)) {
    for (const [region, list] of Object.entries(await read(file)).filter(([key]) => isRegion(key))) {
      add(offers, family, region, enumOfRegion.parse(list).enum);
    }
  }
  for (const [family, file] of Object.entries(engineFamilies)) {
    for (const [region, lists] of Object.entries(await read(file)).filter(([key]) => isRegion(key))) {
      for (const { if: { properties: { Engine } }, then } of enumsOfEngines.parse(lists).allOf) {
        for (const engine of Engine) add(offers, `${family}:${engine}`, region, Object.values(then.properties).flatMap((of) => of.enum));
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

function add(offers: Offers, family: string, region: string, classes: readonly string[]): void {
  const rows = offers.get(family) ?? new Map<string, Set<string>>();
  offers.set(family, rows);
  for (const name of classes) {
    const written = family === 'mq' ? name.replace(/(\d)xl$/, '$1xlarge') : name;
    rows.set(written, (rows.get(written) ?? new Set()).add(region));
  }
}
