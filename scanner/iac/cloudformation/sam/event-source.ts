import type { Json, JsonObject } from '../../../../model/json.ts';
import { add, type Builder, type SamResource } from './builder.ts';

/** The function or state machine that an event reaches. */
export interface Target {
  readonly owner: SamResource;
  /** What FunctionName takes: the function or its alias. */
  readonly name: Json;
  readonly arn: Json;
  /** The name that stands for the ARN inside Sub. */
  readonly uriName: string;
  /** Set for state machines, which are started through a role instead of a permission. */
  readonly starts?: true;
}

export interface Event {
  /** Logical id of what the transform makes: the function's and the event's names. */
  readonly id: string;
  readonly properties: JsonObject;
  readonly target: Target;
}

export type EventSource = (event: Event, builder: Builder) => void;

/** Lets a service call the function. */
export function permit({ id, target }: Event, builder: Builder, by: { readonly principal: string; readonly source?: Json | undefined; readonly suffix?: string; readonly id?: string }): void {
  add(builder, target.owner, {
    id: `${by.id ?? id}Permission${by.suffix ?? ''}`,
    type: 'AWS::Lambda::Permission',
    properties: { Action: 'lambda:InvokeFunction', FunctionName: target.name, Principal: by.principal, ...(by.source === undefined ? {} : { SourceArn: by.source }) },
  });
}
