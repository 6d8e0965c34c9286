import { hasSymbol } from './symbol.ts';

/** An engine version as offers name it: rds/postgres/17.4. */
export interface EngineInUse {
  readonly key: string;
  /** Service that offers it, as offers name it, the engine where it has several, and the version. */
  readonly family: 'rds' | 'elasticache' | 'es' | 'kafka' | 'mq' | 'eks';
  readonly engine?: string;
  readonly version: string;
  readonly title: string;
  /** Call that answers whether a region offers it. */
  readonly ask: string;
}

/** Engine and version that a resource of a kind names; undefined where it names none, or one that is known after deployment. */
export function engineInUse(kind: string | undefined, attributes: Readonly<Record<string, unknown>>): EngineInUse | undefined {
  const { engineVersion: version, engine = '' } = attributes as { readonly engineVersion?: unknown; readonly engine?: unknown };
  if (typeof version !== 'string' || typeof engine !== 'string' || version === '' || hasSymbol(version) || hasSymbol(engine)) return undefined;
  const named = engine.toLowerCase();
  switch (kind) {
    case 'rds-instance':
    case 'rds-cluster':
      return of('rds', named, version);
    case 'docdb-cluster':
      return of('rds', 'docdb', version);
    case 'neptune-cluster':
      return of('rds', 'neptune', version);
    case 'elasticache-replication-group':
      return of('elasticache', named, version);
    case 'mq-broker':
      return of('mq', named, version);
    case 'opensearch-domain':
      return { family: 'es', version, key: `es/${version}`, title: version.replace('_', ' '), ask: 'es:ListVersions' };
    case 'msk-cluster':
      return { family: 'kafka', version, key: `kafka/${version}`, title: `Kafka ${version}`, ask: 'kafka:ListKafkaVersions' };
    case 'eks-cluster':
      return { family: 'eks', version, key: `eks/${version}`, title: `Kubernetes ${version}`, ask: 'eks:DescribeClusterVersions' };
    default:
      return undefined;
  }
}

const asks = { rds: 'rds:DescribeDBEngineVersions', elasticache: 'elasticache:DescribeCacheEngineVersions', mq: 'mq:DescribeBrokerEngineTypes' } as const;

function of(family: keyof typeof asks, engine: string, version: string): EngineInUse | undefined {
  return engine === '' ? undefined : { family, engine, version, key: `${family}/${engine}/${version}`, title: `${engine} ${version}`, ask: asks[family] };
}

/** Whether an offered version is the wanted one: a template may name the major version only. */
export const isVersion = (offered: string, wanted: string): boolean => offered === wanted || offered.startsWith(`${wanted}.`);
