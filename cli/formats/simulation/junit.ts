import { xmlAttributes, xmlText } from '../escape.ts';
import type { SimulationFormat } from './index.ts';

export const simulationJunit: SimulationFormat = function* ({ assertions }) {
  const failures = assertions.filter(({ holds }) => !holds).length;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ name: 'regionready simulate', tests: assertions.length, failures })}>\n  <testsuite${xmlAttributes({ name: 'assertions', tests: assertions.length, failures })}>\n`;
  for (const { assertion: { text }, holds, because } of assertions) {
    const head = `    <testcase${xmlAttributes({ name: text, classname: 'regionready.simulate' })}`;
    yield holds ? `${head}/>\n` : `${head}>\n      <failure${xmlAttributes({ message: because[0] ?? 'does not hold' })}>${xmlText(because.join('\n'))}</failure>\n    </testcase>\n`;
  }
  yield '  </testsuite>\n</testsuites>\n';
};
