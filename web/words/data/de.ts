import words from '../../../contracts/src/main/resources/words/data/de.json';

export { words };
