// Whether this Node.js runs the web build; written so that an old one understands it. The range is eslint's.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
process.exit(fits ? 0 : 1);
