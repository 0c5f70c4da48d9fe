import { expect, it } from 'vitest';
import { en as console } from '../console/messages/en';
import { chatMessages } from '../widget/messages/chat/en';
import { dataMessages } from '../widget/messages/data/en';
import { messages as panel } from '../widget/messages/en';
import { buttonMessages } from '../widget/messages/button';

/** Words of sentences that say what is done with data, in English, which says which texts there are. */
const ABOUT_DATA =
  /destroy|eras|transcript|mailed|receipt|held|kept|stored|forg[eo]t|delete|encrypt/i;

/**
 * Texts that stand elsewhere: labels and questions that name a thing or what a click does, outcomes that
 * are shown when they have come, and what is said to operators and officers, true whatever is set. The page
 * of privacy officers, whose texts are a catalogue of their own, is about nothing else.
 */
const KNOWN = [
  'widget.seeData',
  'widget.transcript',
  'widget.endYes',
  'widget.endedErasure',
  'widget.saveReceipt',
  'widget.erasedTitle',
  'widget.withdrawYes',
  'widget.withdrawing',
  'widget.problems.scope-destroyed',
  'console.chat.endYes',
  'console.chat.endMore',
  'console.chat.reasons.erasure',
  'console.losses.kinds.transcript.one',
  'console.losses.kinds.transcript.other',
  'console.settings.intro',
  'console.settings.transcripts',
  'console.settings.transcriptsOn',
  'console.settings.removeAddressMore',
  'console.settings.tlsRequired',
  'console.settings.staffMayActMore',
  'console.settings.footTranscript',
  'console.privacy.save',
  'console.problems.scope-destroyed',
];

function texts(value: unknown, path: string): readonly (readonly [string, string])[] {
  return typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, each]) => texts(each, `${path}.${key}`));
}

it('no other sentence about data stands in a catalogue', () => {
  const all = [
    ...texts({ ...panel, ...chatMessages, ...dataMessages, problems: panel.problems }, 'widget'),
    ...texts(chatMessages.problems, 'widget.problems'),
    ...texts(console, 'console'),
    ...texts(buttonMessages.en, 'button'),
  ];
  const found = all.filter(([, text]) => ABOUT_DATA.test(text)).map(([path]) => path);
  expect(found.sort()).toEqual([...KNOWN].sort());
});
