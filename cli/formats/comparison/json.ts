import type { ComparisonFormat } from './index.ts';

export const comparisonJson: ComparisonFormat = (comparison) => `${JSON.stringify(comparison, null, 2)}\n`;
