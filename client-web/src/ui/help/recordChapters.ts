import { messages } from '@/i18n/language.svelte';
import { t as archive } from '../archive/words';
import { t as record } from '../record/messages';
import { t as register } from '../register/words';
import { r as replay } from '../replay/words';
import { t as own } from '../secretariat/messages';
import type { Chapter } from './guide';

/** What comes after the meeting, for the desk: the record's life, what becomes of resolutions, and what is found again. */
export const deskRecord = messages<() => Chapter[]>({
  fa: () => [
    {
      id: 'record',
      title: 'از پیش‌نویس تا مهر',
      lead: 'صورتجلسه پنج گام دارد: پیش‌نویس، در گردش، تصویب، امضا، مهر.',
      steps: [
        `پس از پایان جلسه «${record().circulate}» را بزنید و مهلت پیشنهادها را بنویسید. اعضا صورتجلسه را بر دستگاه خود می‌خوانند.`,
        `به هر یک از «${record().corrections}» پاسخ دهید: «${record().accept}» عبارت را در متن عوض می‌کند و «${record().decline}» دلیل می‌خواهد.`,
        'پیش‌نویس جلسهٔ بعد خودبه‌خود بندی برای تصویب صورتجلسهٔ پیش دارد. رئیس جلسه در همان بند آن را تصویب می‌کند و از آن پس متن تغییر نمی‌کند.',
        'اعضایی که حاضر بوده‌اند هر یک بر دستگاه خود امضا می‌کنند.',
        `«${record().seal}» اثر انگشت صورتجلسه را ثبت می‌کند. اگر کسی امضا نکرده باشد، دلیل بنویسید.`,
        `آنچه پس از تصویب باید گفته شود با «${record().addendum}» در کنار صورتجلسه می‌آید.`,
      ],
      notes: ['هر کس رمزینهٔ پای برگ چاپی را بخواند، می‌بیند که صورتجلسه همان است که مهر شده است یا نه.'],
    },
    {
      id: 'follow-up',
      title: 'پیگیری مصوبات',
      lead: `«${own().tabs.resolutions}» همهٔ مصوبات دوره را با وضعیت، مسئول و مهلت نشان می‌دهد.`,
      steps: [
        `شمار هر وضعیت دکمه‌ای است که تنها همان‌ها را نشان می‌دهد؛ «${register().states.overdue}» و «${register().states.due_soon}» را هر هفته ببینید.`,
        `«${register().step}» وضعیت تازه، شرح، شمارهٔ نامه، مستندات یا مهلت تازه را ثبت می‌کند.`,
        `برای هر گام بگویید «${register().everyone}» ببینند یا «${register().inside}».`,
        'مصوبات دیرشده و نزدیک به مهلت خودبه‌خود در پیش‌نویس جلسهٔ بعد می‌آید.',
        `مسئول هر مصوبه آن را در «${register().tasks}» می‌بیند و «${register().finishTask}» را خود ثبت می‌کند.`,
      ],
      notes: [`همگان همین فهرست را در صفحهٔ «${register().heading}» می‌خوانند.`],
    },
    {
      id: 'archive',
      title: 'بایگانی، جستجو و بازپخش',
      lead: `از «${own().tabs.archive}» به همهٔ جلسه‌ها می‌رسید.`,
      steps: [
        `در خانهٔ جستجو آغاز هر واژه کافی است. عبارت دقیق را درون گیومه بنویسید، و با نوع، شخص و روز دامنه را تنگ کنید.`,
        `«${replay().play}» در بازپخش، جلسه را همان‌گونه که بود نشان می‌دهد؛ با «${replay().next}» از رویدادی به رویداد بعد بروید.`,
        `«${archive().figures}» حضور، زمان سخن و مصوبات هر سال را با جدول و صفحه‌گسترده می‌دهد.`,
      ],
    },
  ],
  en: () => [
    {
      id: 'record',
      title: 'From draft to seal',
      lead: 'A record takes five steps: draft, circulated, approved, signed, sealed.',
      steps: [
        `After the meeting press “${record().circulate}” and say until when corrections are welcome. Members read the record on their devices.`,
        `Answer each of the “${record().corrections}”: “${record().accept}” changes the passage in the text, “${record().decline}” asks for a reason.`,
        'The next meeting’s draft has an item for the approval of the last record by itself. The chair approves it there, and from then on the text does not change.',
        'Members who were present sign, each on their own device.',
        `“${record().seal}” records the record’s fingerprint. If somebody has not signed, say why.`,
        `What has to be said after the approval stands beside the record, by “${record().addendum}”.`,
      ],
      notes: ['Whoever scans the code at the foot of the printed sheet sees whether the record is the one that was sealed.'],
    },
    {
      id: 'follow-up',
      title: 'Following up resolutions',
      lead: `“${own().tabs.resolutions}” shows all resolutions of the term with state, responsible people and due day.`,
      steps: [
        `A state’s count is a button that shows only these; look at “${register().states.overdue}” and “${register().states.due_soon}” every week.`,
        `“${register().step}” records a new state, an account, a letter’s number, evidence or a new due day.`,
        `Say for each step whether “${register().everyone}” or “${register().inside}” see it.`,
        'What is overdue or due soon comes onto the next meeting’s draft by itself.',
        `Whoever answers for a resolution has it among “${register().tasks}” and records “${register().finishTask}” themselves.`,
      ],
      notes: [`Everybody reads the same list on the page “${register().heading}”.`],
    },
    {
      id: 'archive',
      title: 'Archive, search and replay',
      lead: `“${own().tabs.archive}” leads to all meetings.`,
      steps: [
        'In the search field the beginning of a word is enough. Put an exact phrase between quotation marks, and narrow by kind, person and day.',
        `“${replay().play}” on a replay shows the meeting as it was; “${replay().next}” goes from event to event.`,
        `“${archive().figures}” has attendance, speaking time and resolutions of each year, as tables and as a spreadsheet.`,
      ],
    },
  ],
});

/** The chair's part of it. */
export const chairRecord = messages<() => Chapter[]>({
  fa: () => [
    {
      id: 'record',
      title: 'تصویب صورتجلسهٔ پیش و پیگیری',
      lead: 'صورتجلسهٔ هر جلسه در جلسهٔ بعد تصویب می‌شود.',
      steps: [
        `هنگامی که به بند تصویب صورتجلسه رسیدید، «${record().approve}» را بزنید. اگر پیشنهادی بی‌پاسخ مانده باشد، نخست دبیرخانه به آن پاسخ می‌دهد.`,
        'پس از تصویب، متن دیگر تغییر نمی‌کند و اعضایی که حاضر بوده‌اند آن را امضا می‌کنند.',
        `مصوبات دیرشده و نزدیک به مهلت خودبه‌خود در دستور جلسه می‌آید. همهٔ آن‌ها در «${own().tabs.resolutions}» است.`,
        `آنچه پیگیری آن با خود شماست در «${register().tasks}» است.`,
        `هر جلسهٔ گذشته را می‌توان از بایگانی بازپخش کرد و با «${replay().next}» از رویدادی به رویداد بعد رفت.`,
      ],
    },
  ],
  en: () => [
    {
      id: 'record',
      title: 'Approving the last minutes, and following up',
      lead: 'Each meeting’s record is approved at the next meeting.',
      steps: [
        `When you come to the item that is there for it, press “${record().approve}”. If a correction has no answer, the secretariat answers it first.`,
        'From then on the text does not change, and the members who were present sign it.',
        `What is overdue or due soon comes onto the agenda by itself. All of it is under “${own().tabs.resolutions}”.`,
        `What you answer for yourself is under “${register().tasks}”.`,
        `Any past meeting can be replayed from the archive; “${replay().next}” goes from event to event.`,
      ],
    },
  ],
});
