// The journeys of the design, A to E, as test/e2e walks them, through the desktop's real main process and preload.
process.env.STUDIO_DOOR = 'desktop';
await import('../e2e/dark-journeys.test.ts');
await import('../e2e/journeys.test.ts');
