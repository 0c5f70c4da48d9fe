import words from '../../contracts/src/main/resources/words/ar.json';

export { words };
