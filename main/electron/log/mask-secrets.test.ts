import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const key = 'a1'.repeat(32);
const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

it.each([
  [`signing with 0x${key}`, 'signing with [masked]'],
  [`signing with ${key}`, 'signing with [masked]'],
  ['http://127.0.0.1:4780/?token=abc.def-1', 'http://127.0.0.1:4780/?token=[masked]'],
  ['{"apiKey":"s3cret","n":1}', '{"apiKey":[masked],"n":1}'],
  ['Authorization: Bearer abc.def', 'Authorization: [masked]'],
  ['sent bearer abc.def', 'sent [masked]'],
  ['https://user:pass@node.example/', 'https://[masked]@node.example/'],
  ['https://node.example/v3/0123456789abcdef0123', 'https://node.example/v3/[masked]'],
  [`phrase ${words}`, '[masked]'],
])('masks what is secret in %s', (line, expected) => {
  expect(maskSecrets(line)).toBe(expected);
});

it.each([
  `engine sha256:${key}`,
  'started DePIN Studio 0.1.0 on linux x64',
  '/home/ada/DePIN Studio/scenarios/mine/scenario.yaml: line 12: the key "price" is not known',
])('leaves %s as it is', (line) => {
  expect(maskSecrets(line)).toBe(line);
});
