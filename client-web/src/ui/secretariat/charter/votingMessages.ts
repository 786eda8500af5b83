import type { RankingMethod } from '@/generated/protocol';
import { messages } from '@/i18n/language.svelte';
import type { VotingFault } from './votingForm';

/** Words of the charter's rules of voting. */
export const t = messages({
  fa: {
    rules: 'قاعده‌های رأی‌گیری',
    means: 'هر رأی‌گیری با قاعده‌هایی انجام می‌شود که هنگام گشودن آن برقرار است.',
    rule: {
      quorum: 'حد نصاب هنگام پایان رأی‌گیری',
      casting_vote: 'رأی تعیین‌کنندهٔ رئیس جلسه',
      live: 'دیده شدن رأی‌ها از همان آغاز',
      late_arrivals: 'رأی دادن کسانی که در میانهٔ رأی‌گیری می‌رسند',
    },
    ruleMeans: {
      quorum: 'اگر هنگام پایان رأی‌گیری حد نصاب نباشد، چیزی تصویب یا رد نمی‌شود.',
      casting_vote: 'در برابری آرا، سویی که رئیس جلسه به آن رأی داده است برنده می‌شود؛ در رأی مخفی نه.',
      live: 'در رأی‌گیری علنی با دستگاه، رأی هر کس همان لحظه دیده می‌شود و نه پس از پایان.',
      late_arrivals: 'در غیر این صورت تنها کسانی رأی می‌دهند که هنگام گشودن حاضر بوده‌اند.',
    },
    ranking: 'شیوهٔ شمارش اولویت‌بندی',
    rankingMeans: {
      schulze: 'هر دو گزینه با هم سنجیده می‌شوند و گزینه‌ای جلوتر است که بیشتر رأی‌دهندگان آن را بر دیگری برتری داده‌اند.',
      borda: 'گزینهٔ نخستِ هر برگه بیشترین امتیاز و هر گزینهٔ پس از آن یک امتیاز کمتر می‌گیرد.',
    } as Record<RankingMethod, string>,
    weights: 'وزن رأی هر جایگاه',
    weightOf: (seat: string) => `وزن رأی ${seat}`,
    weightsMeans: 'معمولاً هر کس یک رأی دارد. وزن‌ها در رأی مخفی، بلند کردن دست و تصویب بی‌مخالف به شمار نمی‌آید.',
    secretMin: 'کمترین شمار رأی‌دهنده در رأی مخفی',
    secretMinMeans: 'با شمار کمتر، رأی افراد آشکار می‌شود و رأی مخفی گشوده نمی‌شود.',
    fault: { weight: 'عددی از ۱ تا ۱۰۰ بنویسید.', secretMin: 'عددی از ۲ تا ۱۰۰ بنویسید.' } as Record<VotingFault, string>,
  },
  en: {
    rules: 'Rules of voting',
    means: 'Every vote goes by the rules that hold when it is opened.',
    rule: {
      quorum: 'A quorum when a vote is closed',
      casting_vote: 'Casting vote of the chair',
      live: 'Votes are seen at once',
      late_arrivals: 'Who arrives during a vote may vote',
    },
    ruleMeans: {
      quorum: 'Without a quorum at closing nothing is adopted or rejected.',
      casting_vote: 'On a tie the side wins for which the chair has voted; not in secret votes.',
      live: 'In open votes by device everybody’s vote is seen at once, not when it is closed.',
      late_arrivals: 'Otherwise only those vote who were present when it was opened.',
    },
    ranking: 'How priorities are counted',
    rankingMeans: {
      schulze: 'Options are compared two by two; ahead is the one that more voters prefer to the other.',
      borda: 'The first option of a ballot gets the most points, each one after it one point less.',
    },
    weights: 'Votes of each seat',
    weightOf: (seat: string) => `Votes of a ${seat}`,
    weightsMeans: 'Usually everybody has one vote. Weights do not count in secret votes, shows of hands and consents.',
    secretMin: 'Fewest voters of a secret vote',
    secretMinMeans: 'With fewer the votes would show; the vote is not opened.',
    fault: { weight: 'Write a number from 1 to 100.', secretMin: 'Write a number from 2 to 100.' },
  },
});
