// The text of a draft may be anything that a person has opened: screens read it as the studio itself does.
export { yamlDocument } from '../../sim-core/scenario/yaml-document.ts';
