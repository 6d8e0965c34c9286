import type { Json } from '../../../../model/json.ts';
import type { PropertyValue } from '../../../../model/properties.ts';
import type { Scope } from '../scope.ts';

/** One function of the template language: the value that its unevaluated argument gives. A malformed argument gives unknown. */
export type Intrinsic = (argument: Json, scope: Scope) => PropertyValue;
