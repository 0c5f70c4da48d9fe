import type { FailureCode } from '../protocol/errors';
import { downloadFile, uploadFile, type ChatId, type FileView } from '../protocol/generated';
import { answerOf, call, type Result } from './http';

export interface Upload {
  readonly done: Promise<Result<FileView>>;
  cancel(): void;
}

/** Sends a file's bytes. XMLHttpRequest, because `fetch` does not report the progress of a body. */
export function upload(
  gateway: string,
  token: string,
  chat: ChatId,
  file: File,
  onProgress: (fraction: number) => void,
): Upload {
  const name = encodeURIComponent(file.name);
  const operation = uploadFile(chat, file, { 'Lethe-File-Name': name });
  const request = new XMLHttpRequest();
  const done = new Promise<Result<FileView>>((resolve) => {
    request.open(operation.method, new URL(operation.path, gateway));
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('Lethe-File-Name', name);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) {
        onProgress(loaded / total);
      }
    };
    request.onload = () => resolve(answerOf(operation, request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, code: 'network', retryable: true });
    request.onabort = () => resolve({ ok: false, code: 'cancelled', retryable: false });
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}

/** Fetches a file into this page's memory, with the token in a header. */
export function fetchFile(
  gateway: string,
  token: string,
  chat: ChatId,
  { file }: FileView,
): Promise<Result<Blob>> {
  return call(gateway, downloadFile(chat, file, {}), token);
}

/**
 * Hands a file to the browser as a download. The bytes are typed as plain octets, so that nothing a
 * stranger sent is ever opened inside this page.
 */
export async function download(
  fetched: Promise<Result<Blob>>,
  { name }: FileView,
): Promise<FailureCode | undefined> {
  const result = await fetched;
  if (!result.ok) {
    return result.code;
  }
  save(result.value, 'application/octet-stream', name);
  return undefined;
}

export function save(content: BlobPart, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has taken the blob when the click's task is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
