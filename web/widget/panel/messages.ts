/** The build puts the language's own catalogues in the place of these. */
export { messages } from '../messages/en';
export { words } from '../../words/en';
