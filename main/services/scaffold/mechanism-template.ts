/** A whole mechanism that a person changes into their own: `id` is `slot.name`. */
export const mechanismTemplate = (
  id: string,
  slot: string,
): string => `// A mechanism of this project. What it needs of the engine is in the argument: it reads no other file.
export default ({ mechanism, number }) =>
  mechanism({
    id: '${id}',
    version: 1,
    slot: '${slot}',
    title: 'Patron',
    summary: 'A patron buys tokens for the same sum every day, and they are burned.',
    sources: [],
    parameters: {
      daily: number({
        label: 'Spent a day',
        unit: 'USD/day',
        min: 0,
        max: 1e9,
        default: 1000,
        step: 100,
        why: 'Small beside what customers pay, or the patron is the economy.',
      }),
    },
    // What it uses and changes, by the names of the reference: docs/reference.
    reads: [],
    writes: ['orders.burnUsd'],
    // Acts once a day. The market fills all orders of a day at one price.
    step({ orders }, { daily }) {
      orders.burnUsd += daily;
    },
    // Tiny cases that show what it does. \`test-mechanisms\` performs them.
    examples: [
      {
        says: 'On top of what others bid',
        given: { daily: 5 },
        before: { 'orders.burnUsd': 2 },
        after: { 'orders.burnUsd': 7 },
      },
    ],
  });
`;
