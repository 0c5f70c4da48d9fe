import type { FileInfo } from '../protocol/chat-frames';
import type { Failure } from '../protocol/errors';
import { call, failureOf, type Result } from './http';

export interface Upload {
  readonly done: Promise<Result<FileInfo>>;
  cancel(): void;
}

/** Sends a file's bytes. XMLHttpRequest, because `fetch` does not report the progress of a body. */
export function upload(
  url: URL,
  token: string,
  file: File,
  onProgress: (fraction: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Result<FileInfo>>((resolve) => {
    const fail = (failure: Failure): void => resolve({ ok: false, ...failure });
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('Lethe-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) {
        onProgress(loaded / total);
      }
    };
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => fail({ code: 'network', retryable: true });
    request.onabort = () => fail({ code: 'cancelled', retryable: false });
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}

function answerOf(request: XMLHttpRequest): Result<FileInfo> {
  if (request.status < 200 || request.status >= 300) {
    return { ok: false, ...failureOf(request.status, request.responseText) };
  }
  try {
    return { ok: true, value: JSON.parse(request.responseText) as FileInfo };
  } catch {
    return { ok: false, code: 'internal', retryable: true };
  }
}

/**
 * Fetches a file with the token in a header and hands it to the browser as a download. The bytes are
 * typed as plain octets, so that nothing a stranger sent is ever opened inside this page.
 */
export async function download(url: URL, token: string, name: string): Promise<Result<undefined>> {
  const result = await call<Blob>(url, { token, as: 'blob' });
  if (!result.ok) {
    return result;
  }
  const bytes = new Blob([result.value], { type: 'application/octet-stream' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has taken the blob when the click's task is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
  return { ok: true, value: undefined };
}
