// A file that a test runner leaves alone, so that its import is Node's own.
module.exports = (/** @type {string} */ url) => import(url);
