/**
 * The engines of our releases: what runs without being asked about. Nothing has been released yet; the release adds its own line, whose hash
 * is in `dist/engine/engine.json`, before it is tagged.
 */
export const releasedEngines: readonly { readonly version: string; readonly id: string }[] = [];
