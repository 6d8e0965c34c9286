import { partitions } from '../../../model/region.ts';
import type { Place } from '../probe.ts';

/** What hosts of the place's partition end with: amazonaws.com. */
export const dnsSuffix = ({ partition }: Place): string => partitions.get(partition)?.dnsSuffix ?? 'amazonaws.com';
