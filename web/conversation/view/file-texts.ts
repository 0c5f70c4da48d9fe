import type { FailureCode } from '../../protocol/errors';
import type { Translated } from '../../text/catalogue';
import type { talk } from '../messages/en';

export type TalkMessages = Translated<typeof talk>;

/** What the views of files, which both front ends share, say, and in which language. */
export interface FileTexts {
  readonly messages: TalkMessages & { readonly retry: string };
  readonly language: string;
  readonly problem: (code: FailureCode) => string;
}
