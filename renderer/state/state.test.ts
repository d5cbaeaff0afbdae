import { describe, expect, it } from 'vitest';
import { pathOf, placeOf } from './location.ts';
import { matchesShortcut, shortcutText } from './shortcut.ts';
import { createStore } from './store.ts';

describe('places', () => {
  it.each([
    [{ screen: 'library' }, '/library'],
    [{ screen: 'run', scenario: 'wireless' }, '/run/wireless'],
    [{ screen: 'run', scenario: 'a/b c' }, '/run/a/b%20c'],
    [{ screen: 'compare', search: { with: 'a,b' } }, '/compare?with=a%2Cb'],
  ] as const)('%j is %s', (place, path) => {
    expect(pathOf(place)).toBe(path);
    expect(placeOf(path)).toEqual(place);
  });

  it.each(['', '/', '/nothing', '/library/'])('%j is the Library', (path) => {
    expect(placeOf(path)).toEqual({ screen: 'library' });
  });

  it('takes an address that cannot be decoded as it is', () => {
    expect(placeOf('/run/%')).toEqual({ screen: 'run', scenario: '%' });
  });
});

describe('shortcuts', () => {
  const key = (init: Partial<KeyboardEvent>): KeyboardEvent => {
    const none = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    return { ...none, ...init } as KeyboardEvent;
  };

  it('Mod is Ctrl, and Cmd on a Mac', () => {
    expect(matchesShortcut('Mod+K', key({ key: 'k', ctrlKey: true }), false)).toBe(true);
    expect(matchesShortcut('Mod+K', key({ key: 'k', metaKey: true }), false)).toBe(false);
    expect(matchesShortcut('Mod+K', key({ key: 'k', metaKey: true }), true)).toBe(true);
    expect(matchesShortcut('Mod+K', key({ key: 'k' }), false)).toBe(false);
    expect(matchesShortcut('Mod+K', key({ key: 'k', ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  it('tells Shift apart, whatever it makes of the key', () => {
    const shifted = key({ key: ':', code: 'Period', ctrlKey: true, shiftKey: true });
    expect(matchesShortcut('Mod+Shift+.', shifted, false)).toBe(true);
    expect(matchesShortcut('Mod+.', shifted, false)).toBe(false);
  });

  it('read as the keys are labelled', () => {
    expect(shortcutText('Mod+Shift+.', false)).toBe('Ctrl Shift .');
    expect(shortcutText('Mod+Enter', true)).toBe('⌘↩');
  });
});

it('a store tells of changes only, until it is left', () => {
  const store = createStore(1);
  const told: number[] = [];
  const leave = store.subscribe(() => told.push(store.get()));
  store.set(1);
  store.set(2);
  leave();
  store.set(3);
  expect(told).toEqual([2]);
});
