import words from '../../../contracts/src/main/resources/words/data/fr.json';

export { words };
