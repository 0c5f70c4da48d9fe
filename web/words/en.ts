import words from '../../contracts/src/main/resources/words/en.json';

export { words };
