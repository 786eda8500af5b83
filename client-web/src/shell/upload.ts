import type { Problem } from '@/generated/protocol';
import { ApiError } from './apiError';

/** Sends a file as the body of a request. fetch cannot tell how far it has come, XMLHttpRequest can. */
export function upload(path: string, file: File, headers: Record<string, string>, told: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(new ApiError(problemOf(request))));
    request.onerror = () => reject(new ApiError({ title: 'offline', status: 0, code: 'offline' }));
    request.send(file);
  });
}

function problemOf(request: XMLHttpRequest): Problem {
  try {
    return JSON.parse(request.responseText) as Problem;
  } catch {
    return { title: request.statusText, status: request.status, code: 'internal' };
  }
}
