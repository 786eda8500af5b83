import { untrack } from 'svelte';
import { turnClock } from '@/core/clock';
import { queueOf } from '@/core/queue';
import { duration } from '@/i18n/dates';
import { verdict } from '@/i18n/votes';
import { announcer } from '@/shell/announce.svelte';
import { live } from '@/shell/live.svelte';
import { t } from './messages';

const warnings = [60, 30, 10];

/** Says what changed for somebody who does not see the screen: my turn and its last minute, my place, votes and their results. */
export function announceChanges(): void {
  const turn = $derived(live.view?.floor?.turn);
  const mine = $derived(turn !== undefined && turn.person === live.me?.person);
  const place = $derived(live.view ? queueOf(live.view, live.me?.person).find((entry) => entry.mine)?.place : undefined);
  const vote = $derived(live.meeting?.open_vote ? live.view?.votes[live.meeting.open_vote] : undefined);
  const voteOpen = $derived(live.meeting?.open_vote);
  const shown = $derived(live.meeting?.shown_result);
  const state = $derived(live.meeting?.state);
  const seconds = $derived(mine && turn && !turn.paused_at ? turnClock(turn, live.now()).seconds : undefined);

  $effect(() => {
    if (mine) announcer.alert(t().myTurn);
  });
  $effect(() => {
    if (seconds !== undefined && warnings.includes(seconds)) announcer.say(t().left(duration(seconds * 1000)));
  });
  $effect(() => {
    if (place === 1) announcer.say(t().next);
    else if (place !== undefined) announcer.say(t().place(place));
  });
  $effect(() => {
    if (voteOpen) untrack(() => vote && announcer.alert(t().voteOpened(vote.content.question)));
  });
  $effect(() => {
    if (!shown) return;
    const says = untrack(() => live.view?.votes[shown] && verdict(live.view.votes[shown]));
    if (says) announcer.say(`${says.outcome}. ${says.sum}`);
  });
  $effect(() => {
    if (state === 'recess') announcer.say(t().recess);
    else if (state === 'closed') announcer.say(t().closed);
  });
}
