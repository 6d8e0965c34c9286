import { z } from 'zod';
import { isoTime, type End, type Observation } from './observation.ts';
import { tracedResource } from './traced-resource.ts';

const time = z.union([z.string(), z.number()]);
const keyAttributes = z.record(z.string(), z.string());
const metrics = z.array(z.looseObject({ AccountId: z.string().optional(), Dimensions: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).optional() })).default([]);

/** The answers of application-signals:ListServiceDependencies and ListServiceDependents, as the AWS CLI prints them. */
export const serviceDependenciesSchema = z.looseObject({
  StartTime: time.optional(),
  EndTime: time.optional(),
  ServiceDependencies: z.array(z.looseObject({ DependencyKeyAttributes: keyAttributes, MetricReferences: metrics })).optional(),
  ServiceDependents: z.array(z.looseObject({ DependentKeyAttributes: keyAttributes, MetricReferences: metrics })).optional(),
}).refine(({ ServiceDependencies, ServiceDependents }) => ServiceDependencies !== undefined || ServiceDependents !== undefined);
type Answer = z.infer<typeof serviceDependenciesSchema>;

/** An answer names the other end only; the service that was asked about stands in the dimensions of the metrics. `unknown` counts ends that mean no resource. */
export function signalObservations({ StartTime, EndTime, ServiceDependencies = [], ServiceDependents = [] }: Answer): { readonly seen: readonly Observation[]; readonly unknown: number } {
  const last = isoTime(EndTime);
  const pairs = [
    ...ServiceDependencies.map(({ DependencyKeyAttributes, MetricReferences }) => [measured(MetricReferences, 'Service', 'Environment'), endOf(DependencyKeyAttributes), MetricReferences] as const),
    ...ServiceDependents.map(({ DependentKeyAttributes, MetricReferences }) => [endOf(DependentKeyAttributes), measured(MetricReferences, 'RemoteService', 'RemoteEnvironment'), MetricReferences] as const),
  ];
  let unknown = 0;
  const seen: Observation[] = [];
  for (const [from, to, references] of pairs) {
    if (from === undefined || to === undefined || last === undefined) unknown += 1;
    else if (from.id !== to.id) seen.push({ from, to, how: 'Application Signals', first: isoTime(StartTime) ?? last, last, times: 1, account: references.find(({ AccountId }) => AccountId !== undefined)?.AccountId });
  }
  return { seen, unknown };
}

function endOf({ Type, ResourceType, Name = '', Identifier = '', Environment = '' }: Readonly<Record<string, string>>): End | undefined {
  if (Type === 'Resource' || Type === 'AWS::Resource') return tracedResource(Identifier, ResourceType);
  if (Type === 'RemoteService') return tracedResource(Name, 'remote');
  return Type === 'Service' ? serviceIn(Name, Environment) : undefined;
}

/** Where a service runs says what its name is the name of: lambda:default, ecs:cluster. */
function serviceIn(name: string, environment: string): End | undefined {
  if (environment.startsWith('lambda:')) return tracedResource(name, 'AWS::Lambda::Function');
  return environment.startsWith('ecs:') ? tracedResource(name, 'AWS::ECS::Container') : undefined;
}

function measured(references: z.infer<typeof metrics>, service: string, environment: string): End | undefined {
  for (const { Dimensions = [] } of references) {
    const value = (wanted: string): string | undefined => Dimensions.find(({ Name }) => Name === wanted)?.Value;
    const [name, where] = [value(service), value(environment)];
    if (name !== undefined && where !== undefined) return serviceIn(name, where);
  }
  return undefined;
}
