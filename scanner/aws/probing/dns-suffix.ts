import { partitions } from '../../../model/region.ts';
import type { Place } from '../probe.ts';

/** What hosts of the place's partition end with; empty for a partition that nobody knows. */
export const dnsSuffix = ({ partition }: Place): string => partitions.get(partition)?.dnsSuffix ?? '';
