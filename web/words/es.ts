import words from '../../contracts/src/main/resources/words/es.json';

export { words };
