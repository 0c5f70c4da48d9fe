import words from '../../../contracts/src/main/resources/words/chat/fr.json';

export { words };
