import { queryOptions } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';

/** Every mechanism there is; asked for again when another project is opened. */
export const modelMechanisms = (client: Client) =>
  queryOptions({ queryKey: ['model', 'mechanisms'], queryFn: () => client.call('model.mechanisms', {}) });

/** Every quantity that results may report. */
export const modelOutputs = (client: Client) =>
  queryOptions({ queryKey: ['model', 'outputs'], queryFn: () => client.call('model.outputs', {}) });

/** JSON Schema of scenario files. */
export const modelSchema = (client: Client) =>
  queryOptions({ queryKey: ['model', 'schema'], queryFn: () => client.call('model.schema', {}) });
