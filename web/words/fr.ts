import words from '../../contracts/src/main/resources/words/fr.json';

export { words };
