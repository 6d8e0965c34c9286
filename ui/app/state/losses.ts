import type { Outcome, SimulatedStep, Simulation } from '../../../model/simulation.ts';
import type { HeatCell, HeatTable, Tone } from './heat.ts';

export const lossKinds = [
  { value: 'region', label: 'Region', example: 'eu-west-1' },
  { value: 'zone', label: 'Availability zone', example: 'eu-west-1a' },
  { value: 'account', label: 'Account', example: '111122223333' },
  { value: 'service', label: 'AWS service', example: 'dynamodb@eu-west-1' },
  { value: 'control-plane', label: 'Control plane', example: 'iam' },
] as const;
export type LossKind = (typeof lossKinds)[number]['value'];

/** Loss as the server takes it. Regions, accounts and zones are told by their form. */
export const lossOf = (kind: LossKind, value: string): string => (kind === 'region' ? value.trim() : `${kind}:${value.trim()}`);

export const outcomeTones: Readonly<Record<Outcome, Tone>> = { stops: 'critical', degrades: 'high', unknown: 'unknown', recovers: 'low', survives: 'ready' };
const outcomeSigns: Readonly<Record<Outcome, string>> = { stops: '✕', degrades: '▲', unknown: '?', recovers: '↻', survives: '✓' };

/** Services by losses, from one simulation of each loss. Services that no loss touches are left out. */
export function lossMatrix(simulations: readonly { readonly lost: string; readonly simulation: Pick<Simulation, 'services'> }[]): HeatTable {
  const outcomes = simulations.map(({ simulation }) => new Map(simulation.services.map((service) => [service.id, service])));
  const ids = [...new Set(simulations.flatMap(({ simulation }) => simulation.services.map(({ id }) => id)))].sort();
  const rows = ids.map((id) => ({ id, cells: outcomes.map((of): HeatCell => {
    const found = of.get(id);
    return found === undefined ? { tone: 'none', text: '', words: 'not told' } : { tone: outcomeTones[found.outcome], text: outcomeSigns[found.outcome], words: [found.outcome, ...found.why.slice(0, 2)].join(': ') };
  }) }));
  return { columns: simulations.map(({ lost }) => ({ id: lost, title: lost })), rows: rows.filter(({ cells }) => cells.some(({ tone }) => tone !== 'ready')) };
}

/** Steps that can be taken at the same time, in the order of recovery. */
export function stepsInOrder(steps: readonly SimulatedStep[]): readonly { readonly order: number; readonly steps: readonly SimulatedStep[] }[] {
  return [...Map.groupBy(steps, ({ order }) => order)].sort(([a], [b]) => a - b).map(([order, of]) => ({ order, steps: of }));
}
