import table from './data/lambda-runtimes.json' with { type: 'json' };

/** Days (ISO 8601) of a Lambda runtime's life; undefined where AWS has set none. */
export interface LambdaRuntime {
  readonly deprecated?: string;
  readonly createBlock?: string;
  readonly updateBlock?: string;
  /** Runtime to move to. */
  readonly successor?: string;
}

const runtimes = table.runtimes as Readonly<Record<string, LambdaRuntime>>;

export function lambdaRuntime(id: string): LambdaRuntime | undefined {
  return Object.hasOwn(runtimes, id) ? runtimes[id] : undefined;
}
