import type { BreakdownDescription } from '../../../sim-core/contract/breakdown.ts';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { Parameter } from '../../../sim-core/contract/parameter.ts';
import type { Slot } from '../../../sim-core/contract/slot.ts';
import type { Source } from '../../../sim-core/contract/source.ts';
import type { Nothing } from '../nothing.ts';

/** What the model is made of, as it says of itself: forms, graph, reference and completion come from this. */
export interface ModelApi {
  /** Every mechanism there is: the engine's, and those of the open project where its code is trusted. */
  'model.mechanisms'(input: Nothing): Promise<readonly MechanismView[]>;
  /** Every quantity that results may report. */
  'model.outputs'(input: Nothing): Promise<OutputsView>;
  /** JSON Schema of scenario files. */
  'model.schema'(input: Nothing): Promise<Readonly<Record<string, unknown>>>;
}

/** A mechanism without what it does. */
export interface MechanismView {
  readonly id: string;
  readonly version: number;
  readonly slot: Slot;
  readonly title: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly sources: readonly Source[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Tables and values that others have to bring. */
  readonly needs: readonly string[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What always holds, in words. */
  readonly invariants: readonly string[];
  /** True where it is a project's own. */
  readonly own: boolean;
}

export interface MetricView extends MetricDescription {
  /** Paths that a mechanism has to write for it to be reported. */
  readonly needs: readonly string[];
  /** Shared values that it is computed from. */
  readonly reads: readonly string[];
}

export interface OutputsView {
  readonly metrics: readonly MetricView[];
  readonly breakdowns: readonly Pick<
    BreakdownDescription,
    'id' | 'title' | 'unit' | 'definition' | 'source'
  >[];
  readonly verdicts: readonly {
    readonly id: string;
    readonly title: string;
    readonly rule: string;
    readonly source: string;
  }[];
}
