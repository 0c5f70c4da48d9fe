import words from '../../../contracts/src/main/resources/words/data/es.json';

export { words };
