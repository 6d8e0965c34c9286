import type { BlindSpot, BlindSpotReason } from '../../../model/blind-spot.ts';
import type { Json } from '../../../model/json.ts';
import type { PropertyValue } from '../../../model/properties.ts';
import type { Deployment, IacContext, IacFile } from '../reader.ts';
import type { RawResource, Sections } from './sections.ts';

/** What is shared by a template and the stacks nested in it: limits, and what could not be answered. */
export interface Run {
  readonly context: IacContext;
  /** Nodes that may still be evaluated: bounds loops, aliases and nesting that multiply. */
  budget: number;
  /** Evaluations in progress, one inside the other. */
  depth: number;
  /** Nested templates that may still be opened. */
  stacks: number;
  /** By their text, so that each is told once. */
  readonly blindSpots: Map<string, BlindSpot>;
}

export interface Note {
  readonly reason: BlindSpotReason;
  /** What we wanted to know. */
  readonly asked: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly line?: number | undefined;
}

/** One template, deployed to one region under one name: everything that its functions are evaluated with. */
export interface Scope {
  readonly run: Run;
  readonly file: IacFile;
  readonly deployment: Deployment;
  /** Start of every fact id: cloudformation:shop/eu-west-1, then the logical ids of the stacks it is nested in. */
  readonly place: string;
  /** Name of the stack that is deployed; stacks nested in it belong to it. */
  readonly stack: string;
  /** AWS::StackName, which for nested stacks ends in something random. */
  readonly stackName: PropertyValue;
  readonly sections: Sections;
  /** Files that led here, for finding circles. */
  readonly trail: readonly string[];
  /** Resources after loops and SAM have been written out. */
  resources(): ReadonlyMap<string, RawResource>;
  evaluate(raw: Json): PropertyValue;
  /** Undefined if the template has no such parameter. */
  parameter(name: string): PropertyValue | undefined;
  /** Undefined if what it depends on is not known. */
  condition(name: string): boolean | undefined;
  /** Undefined if the resource is no nested stack that could be read. */
  nested(logicalId: string): Scope | undefined;
  /** Value of an output of this template. */
  output(name: string): PropertyValue | undefined;
  note(note: Note): void;
  /** Line of the resource that is being evaluated, for what is noted meanwhile. */
  readonly at: { line?: number | undefined };
  /** What the template asked for and nobody gave. */
  readonly gaps: Gaps;
}

export interface Gaps {
  readonly parameters: Set<string>;
  /** Undecided conditions, with how many resources depend on each. */
  readonly conditions: Map<string, number>;
}

/** What a template is opened with. */
export interface Opening {
  readonly run: Run;
  readonly file: IacFile;
  readonly deployment: Deployment;
  readonly place: string;
  readonly stack: string;
  readonly stackName: PropertyValue;
  readonly trail: readonly string[];
  /** Value that is given for a parameter, undefined if none is. */
  given(name: string): PropertyValue | undefined;
}

/** Fact id of a resource of the template. */
export function factId(scope: Scope, logicalId: string): string {
  return `${scope.place}/${logicalId.replace(/[⟦⟧#]/g, '_')}`;
}
