import type { Simulation } from '../../../model/simulation.ts';
import type { Checked } from '../../../rules/simulation/assertion.ts';
import type { FormatContext, RegisteredFormat, Rendered } from '../format.ts';

export interface Simulated {
  /** One for each loss that was asked for. */
  readonly simulations: readonly Simulation[];
  readonly assertions: readonly Checked[];
}

/** Prints simulations without computing anything about them. */
export type SimulationFormat = (simulated: Simulated, context: FormatContext) => Rendered;

/** Formats of simulations. */
export const simulationFormats: Readonly<Record<string, RegisteredFormat<SimulationFormat>>> = {
  text: { title: 'what stops, what is lost, and how to be back, for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).simulationText },
  json: { title: '{ simulations, assertions }', extensions: ['.json'], load: async () => (await import('./json.ts')).simulationJson },
  markdown: { title: 'page for a runbook or a pull request', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).simulationMarkdown },
  junit: { title: 'JUnit XML: assertions as tests', extensions: ['.junit.xml'], load: async () => (await import('./junit.ts')).simulationJunit },
};
