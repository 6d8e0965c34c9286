import type { Listed, Place, Probe } from '../../scanner/aws/probe.ts';

/** What an operation answers to an input; a list of answers is one page after the other. */
export type Script = Readonly<Record<string, (input: never) => object | readonly object[]>>;

/** A place that answers by script, and remembers what it was asked. An operation that is not in the script is a mistake of the probe. */
export function scriptedPlace(script: Script, region = 'eu-west-1'): Place & { readonly asked: string[] } {
  const asked: string[] = [];
  const answers = (operation: string, input: unknown): readonly object[] => {
    asked.push(`${operation} ${JSON.stringify(input)}`);
    const answer = script[operation]?.(input as never);
    if (answer === undefined) throw new Error(`${operation} is not in the script`);
    return Array.isArray(answer) ? (answer as object[]) : [answer];
  };
  const place = {
    partition: 'aws',
    account: '123456789012',
    region,
    asked,
    call: async (_: unknown, operation: string, input: unknown) => answers(operation, input)[0],
    async *pages(_: unknown, operation: string, input: unknown) {
      yield* answers(operation, input);
    },
  };
  return place as unknown as ReturnType<typeof scriptedPlace>;
}

export async function listed(probe: Probe, place: Place): Promise<Listed[]> {
  const found: Listed[] = [];
  for await (const item of probe.list(place)) found.push(item);
  return found;
}
