// Why a file was not taken, as far as the server says it, sorted to what the sender can do about it.
import type { Problem, RefusalCode } from '@/generated/protocol';

export type UploadFault = 'offline' | 'tooLarge' | 'badType' | 'empty' | 'failed' | RefusalCode;

/** A refusal of the hall keeps its own code and sentence. */
export function faultOf({ code, status }: Pick<Problem, 'code' | 'status'>): UploadFault {
  if (code === 'offline') return 'offline';
  if (status === 413) return 'tooLarge';
  if (status === 415) return 'badType';
  if (code === 'empty' || code === 'missing_body') return 'empty';
  return refusals.includes(code as RefusalCode) ? (code as RefusalCode) : 'failed';
}

const refusals: readonly RefusalCode[] = ['too_many_attachments', 'already_attached', 'no_such_item', 'wrong_meeting_state', 'minutes_frozen', 'not_allowed', 'bad_text'];
