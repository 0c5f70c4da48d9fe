import words from '../../../contracts/src/main/resources/words/chat/ar.json';

export { words };
