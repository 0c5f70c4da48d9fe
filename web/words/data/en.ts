import words from '../../../contracts/src/main/resources/words/data/en.json';

export { words };
