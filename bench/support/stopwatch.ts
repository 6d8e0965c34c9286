export interface Stopwatch {
  /** Runs a step and keeps its time. */
  time<T>(name: string, step: () => T): T;
  /** The median time of a step that is short, over several inputs. */
  median<T>(name: string, inputs: readonly T[], step: (input: T) => unknown): void;
  /** What bench/graph.ts reads. */
  report(size: { readonly resources: number; readonly edges: number }): string;
}

/** Times steps of a process in milliseconds of CPU, garbage collection included, and of wall time. */
export function stopwatch(): Stopwatch {
  const steps: Record<string, { readonly cpu: number; readonly wall: number }> = {};
  const measured = <T>(step: () => T): { readonly result: T; readonly cpu: number; readonly wall: number } => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    const result = step();
    const wall = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    return { result, cpu: (user + system) / 1000, wall };
  };
  return {
    time(name, step) {
      const { result, cpu, wall } = measured(step);
      steps[name] = { cpu, wall };
      return result;
    },
    median(name, inputs, step) {
      const times = inputs.map((input) => measured(() => step(input))).sort((a, b) => a.wall - b.wall);
      const { cpu = 0, wall = 0 } = times[Math.floor(times.length / 2)] ?? {};
      steps[name] = { cpu, wall };
    },
    report: (size) => JSON.stringify({ ...size, steps, megabytes: process.resourceUsage().maxRSS / 1000 }),
  };
}
