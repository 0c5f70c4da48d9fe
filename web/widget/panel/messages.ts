/** The build puts the language's own catalogues in the place of these, and so in `chat-part.ts`. */
export { messages } from '../messages/en';
export { words } from '../../words/en';
