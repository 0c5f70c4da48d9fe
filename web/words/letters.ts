import feet from '../../contracts/src/main/resources/words/letters.json';

/** What stands at the foot of mails; they are in English, whatever language a page is in. */
export { feet };
