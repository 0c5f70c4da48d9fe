import words from '../../../contracts/src/main/resources/words/chat/de.json';

export { words };
