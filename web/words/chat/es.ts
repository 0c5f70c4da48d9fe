import words from '../../../contracts/src/main/resources/words/chat/es.json';

export { words };
