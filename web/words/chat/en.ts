import words from '../../../contracts/src/main/resources/words/chat/en.json';

export { words };
