import { personName } from '@/core/queue';
import type { EntryView, View } from '@/generated/protocol';
import { duration } from './dates';
import { digits, messages } from './language.svelte';
import { itemLabel, itemShort, verdict } from './meeting';
import { words } from './words';

const t = messages({
  fa: {
    meeting_opened: 'جلسه رسمیت یافت',
    recess_called: 'تنفس اعلام شد',
    meeting_resumed: 'جلسه از سر گرفته شد',
    meeting_closed: 'جلسه پایان یافت',
    chair_handed: (name: string) => `ریاست جلسه به ${name} سپرده شد`,
    arrived: (name: string) => `${name} وارد شد`,
    departed: (name: string) => `${name} خارج شد`,
    absence_excused: (name: string) => `غیبت ${name} موجه شناخته شد`,
    item_started: (item: string) => `${item} آغاز شد`,
    item_done: (item: string) => `${item} پایان یافت`,
    item_deferred: (item: string) => `${item} به بعد موکول شد`,
    item_withdrawn: (item: string) => `${item} از دستور خارج شد`,
    turn: (kind: string, name: string) => `${kind} ${name}`,
    vote: 'رأی‌گیری',
    resolution: (number: string) => `مصوبهٔ ${number} ثبت شد`,
  },
  en: {
    meeting_opened: 'The meeting was opened',
    recess_called: 'A recess was called',
    meeting_resumed: 'The meeting was resumed',
    meeting_closed: 'The meeting was closed',
    chair_handed: (name: string) => `${name} took the chair`,
    arrived: (name: string) => `${name} came in`,
    departed: (name: string) => `${name} left`,
    absence_excused: (name: string) => `${name} was excused`,
    item_started: (item: string) => `${item} began`,
    item_done: (item: string) => `${item} ended`,
    item_deferred: (item: string) => `${item} was deferred`,
    item_withdrawn: (item: string) => `${item} was withdrawn`,
    turn: (kind: string, name: string) => `${kind}: ${name}`,
    vote: 'Vote',
    resolution: (number: string) => `Resolution ${number} was recorded`,
  },
});

/** A self-written line of the minutes: what happened, and what belongs small beneath it (a length, an arithmetic, a reason). */
export function entryText(view: View, entry: EntryView): { line: string; detail?: string | undefined } {
  const say = t();
  const name = personName(view, entry.person);
  const item = entry.item && view.items[entry.item];
  const label = item ? `${itemLabel(item)} · ${itemShort(item)}` : '';
  const reason = entry.reason;
  switch (entry.kind) {
    case 'meeting_opened':
    case 'recess_called':
    case 'meeting_resumed':
    case 'meeting_closed':
      return { line: say[entry.kind], detail: reason };
    case 'chair_handed':
    case 'arrived':
    case 'departed':
    case 'absence_excused':
      return { line: say[entry.kind](name), detail: reason };
    case 'item_started':
    case 'item_done':
    case 'item_deferred':
    case 'item_withdrawn':
      return { line: say[entry.kind](label), detail: reason };
    case 'turn':
      return { line: say.turn(words().speech[entry.speech ?? 'speech'], name), detail: entry.spoken === undefined ? reason : duration(entry.spoken) };
    case 'vote': {
      const vote = entry.vote && view.votes[entry.vote];
      const says = vote ? verdict(vote) : undefined;
      return { line: says ? `${say.vote}: ${says.outcome}` : say.vote, detail: says?.sum };
    }
    case 'resolution': {
      const resolution = entry.resolution === undefined ? undefined : view.resolutions[entry.resolution];
      return { line: say.resolution(resolution ? digits(resolution.number) : ''), detail: resolution?.content.text };
    }
  }
}
