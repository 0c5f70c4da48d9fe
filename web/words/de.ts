import words from '../../contracts/src/main/resources/words/de.json';

export { words };
