import words from '../../../contracts/src/main/resources/words/data/ar.json';

export { words };
