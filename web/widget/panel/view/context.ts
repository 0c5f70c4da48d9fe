import type { FileTexts } from '../../../conversation/view/file-texts';
import type { FailureCode } from '../../../protocol/errors';
import type { ChatReceiptId, ClientMessageId, FileView } from '../../../protocol/generated';
import type { Operation } from '../../../protocol/wire';
import type { Result } from '../../../transport/http';
import type { Identity } from '../../host';
import { spoken, type EndWords, type Place, type Words } from '../../../words/sentences';
import type { ChatMessages } from '../../messages/chat/en';
import type { PanelMessages } from '../../messages/en';
import type { OfflineForm } from '../panel-ports';
import type { PanelModel, Written } from '../state/panel-model';

/** What the visitor can want; the view knows nothing else of what happens. */
export interface Intents {
  close(): void;
  again(): void;
  ask(form: Written, consentText: string): void;
  leaveMessage(form: OfflineForm, consentText: string): void;
  send(text: string): void;
  /** The end of the log is on the screen. */
  seen(): void;
  typed(text: string): void;
  /** In a form, as it stands there now. */
  wrote(written: Written): void;
  mute(muted: boolean): void;
  attach(files: Iterable<File>): void;
  retry(id: ClientMessageId): void;
  withdraw(id: ClientMessageId): void;
  download(file: FileView): void;
  /** Brings a file into this page's memory. */
  fetchFile(file: FileView): Promise<Result<Blob>>;
  end(): void;
  revoke(): void;
  hideData(): void;
  showData(): void;
  /** Asks by the token of the chat or the visit; `undefined` where there is none. */
  askAsMe<T>(operation: Operation<T>): Promise<Result<T>> | undefined;
  /** Keeps the receipt of a chat that is over; answers why that did not work. */
  saveReceipt(receipt: ChatReceiptId): Promise<FailureCode | undefined>;
}

export interface ViewContext {
  readonly messages: PanelMessages;
  readonly words: Words;
  readonly language: string;
  readonly intents: Intents;
  readonly identity: () => Identity;
  /** What was written before and not sent; in a chat as its question. */
  readonly draft: () => Written;
  /** Whether the site wants the tone. */
  readonly sounds: boolean;
}

/** In a chat, whose own texts come with its views. */
export interface ChatContext extends ViewContext {
  readonly messages: PanelMessages & ChatMessages;
  readonly words: Words & EndWords;
  /** For the views of files, which both front ends share. */
  readonly files: FileTexts;
}

/** One stage on the screen. It is made when the stage is entered and updated while it lasts. */
export interface StageView {
  readonly element: HTMLElement;
  /** Stands in the panel's head. */
  readonly tool?: HTMLElement;
  /** Stands there in the place of the panel's own. */
  title?(model: PanelModel): string | undefined;
  update(model: PanelModel): void;
  focus(): void;
  /** Another one takes its place: lets go of what it drew. */
  leave?(): void;
}

/** What is true about data in this place, sentence by sentence. */
export function told(
  { words, language }: ViewContext,
  { use }: PanelModel,
  place: Place,
): readonly string[] {
  return spoken(words, language, use, place);
}

export function problemText({ messages }: ViewContext, code: FailureCode): string {
  return messages.problems[code] ?? messages.problems.other;
}
