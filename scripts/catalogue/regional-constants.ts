import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { RegionalConstant } from '../../model/regional-constant.ts';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

const eksRegistries = z.object({ _meta: z.object({ source: z.string(), date: z.string() }), regions: z.record(z.string(), z.string().regex(/^\d{12}$/)) });

const documentedIds = z.object({
  _meta: z.object({ source: z.string(), date: z.string() }),
  constants: z.record(z.string(), z.object({ form: z.enum(['account', 'hosted-zone']), what: z.string(), regions: z.record(z.string(), z.string().regex(/^(?:\d{12}|Z[0-9A-Z]{9,31})$/)) })),
});

/** The part of @aws-cdk/region-info that is read. */
interface RegionInfo {
  readonly Fact: { readonly regions: readonly string[]; find(region: string, name: string): string | undefined };
  readonly FactName: Readonly<Record<string, string>>;
}

/** Facts of region-info that are an id, by the name that they get here. */
const facts = {
  'elb-logs': { fact: 'ELBV2_ACCOUNT', form: 'account', what: 'Account that delivers the access logs of load balancers' },
  'deep-learning-containers': { fact: 'DLC_REPOSITORY_ACCOUNT', form: 'account', what: 'Account of the registry of Deep Learning Containers' },
  'app-mesh-images': { fact: 'APPMESH_ECR_ACCOUNT', form: 'account', what: 'Account of the registry of App Mesh images' },
  's3-website-zone': { fact: 'S3_STATIC_WEBSITE_ZONE_53_HOSTED_ZONE_ID', form: 'hosted-zone', what: 'Hosted zone of S3 website endpoints' },
  'elastic-beanstalk-zone': { fact: 'EBS_ENV_ENDPOINT_HOSTED_ZONE_ID', form: 'hosted-zone', what: 'Hosted zone of Elastic Beanstalk environments' },
} as const;

type Row = readonly [id: string, constant: Pick<RegionalConstant, 'form' | 'what' | 'regions'>];

export async function regionalConstantsTable(sources: Sources): Promise<Table> {
  const info = await sources.npm('@aws-cdk/region-info');
  const eks = await readJson(new URL('inputs/eks-registries.json', import.meta.url).pathname, eksRegistries);
  const documented = await readJson(new URL('inputs/documented-ids.json', import.meta.url).pathname, documentedIds);
  const { default: { Fact, FactName } } = (await import(pathToFileURL(join(info.folder, 'lib', 'index.js')).href)) as { readonly default: RegionInfo };
  const derived = Object.entries(facts).map(([id, { fact, form, what }]): Row => {
    const name = FactName[fact];
    if (name === undefined) throw new Error(`region-info has no fact ${fact} any more`);
    const regions = sortedObject(Fact.regions.flatMap((region) => {
      const value = Fact.find(region, name);
      return value === undefined || value === '' ? [] : [[region, value] as const];
    }));
    return [id, { form, what, regions }];
  });
  return {
    name: 'regional-constants',
    meta: {
      title: 'Ids of AWS that differ by region',
      ...provenanceOf(info),
      derivedBy: 'scripts/catalogue/regional-constants.ts',
      encoding: 'constants[id]: what it is, its form (account or hosted-zone), and its value in each region',
      caveats: [
        'A region that is not listed has no such id, or none that the source knows: load balancers of newer regions log through a service principal.',
        'Layers, some SageMaker algorithms and Marketplace images have accounts by region too, which are not in here.',
      ],
      alsoFrom: [{ source: eks._meta.source, version: 'none', date: eks._meta.date, licence: 'facts', gives: 'accounts of the EKS add-on registries' }, { source: documented._meta.source, version: 'none', date: documented._meta.date, licence: 'facts', gives: 'hosted zones of load balancers and API Gateway, accounts of CloudTrail, Redshift and SageMaker' }],
    },
    body: {
      constants: sortedObject([...derived, ...Object.entries(documented.constants), ['eks-add-ons', { form: 'account', what: 'Account of the registry of EKS add-on images', regions: eks.regions }]]),
    },
  };
}
