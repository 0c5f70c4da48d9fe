/** The build puts the language's own catalogue in the place of this one. */
export { messages } from '../messages/en';
