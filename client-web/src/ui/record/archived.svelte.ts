import type { MeetingId, MeetingRecord } from '@/generated/protocol';
import { api } from '@/shell/api';
import { live } from '@/shell/live.svelte';

/** A record as the archive has it, read again whenever its life goes on; nothing while it cannot be read. */
export class Archived {
  record = $state.raw<MeetingRecord>();

  /** `stage`: what the record has come to; another one means that the archive has more to tell. */
  constructor(meeting: () => MeetingId, stage: () => string) {
    $effect(() => {
      const id = meeting();
      void stage();
      const hall = live.hall;
      if (hall === undefined || !live.online) return;
      let wanted = true;
      api.record(hall, id).then(
        (record) => {
          if (wanted) this.record = record;
        },
        () => undefined,
      );
      return () => (wanted = false);
    });
  }
}
