import { messages } from '@/i18n/language.svelte';
import { words } from '@/i18n/words';
import { t as count } from '../desk/countMessages';
import { t as desk } from '../desk/messages';
import { t as form } from '../desk/voteMessages';
import { t as item } from '../secretariat/agenda/itemMessages';
import { t as agenda } from '../secretariat/agenda/messages';
import { t as plan } from '../secretariat/agenda/planMessages';
import { t as charter } from '../secretariat/charter/messages';
import { t as groups } from '../secretariat/groups/messages';
import { t as own } from '../secretariat/messages';
import { t as text } from '../secretariat/sitting/textMessages';
import { t as people } from '../secretariat/people/messages';
import { t as proposals } from '../secretariat/proposals/messages';
import { t as seats } from '../secretariat/sitting/seatMessages';
import type { Chapter } from './guide';

/** How a meeting is prepared, kept and published, by the secretariat's own buttons. */
export const deskGuide = messages<() => Chapter[]>({
  fa: () => [
    {
      id: 'people',
      title: 'اعضا و دعوت‌نامه‌ها',
      lead: `در «${own().tabs.hall}»، بخش‌های «${own().tabs.members}» و «${own().tabs.access}» کنار هم است.`,
      steps: [
        `اعضا را با «${people().members.add}» یا یکجا با «${people().members.importCsv}» وارد کنید. هر سطر پیش از ثبت نشان داده می‌شود.`,
        `گروه هر عضو برای نوبت و سهم زمان به کار می‌آید و خانهٔ «${people().members.group}» اختیاری است.`,
        `در «${own().tabs.access}» کسانی را برگزینید و دعوت‌نامه بسازید، سپس «${people().cards.print}» را بزنید. هر دعوت‌نامه یک بار و بر یک دستگاه کار می‌کند.`,
        'رمزینه و پیوند کارت یک هفته معتبر است و کد شش‌رقمی آن یک شبانه‌روز. کسی که باید گذرواژه داشته باشد، بار نخست تنها با رمزینه یا پیوند وارد می‌شود.',
        `برای نمایشگر و تبلت ورودی تالار هم از همین‌جا دعوت‌نامه بسازید: «${people().access.display}» و «${people().access.kiosk}».`,
      ],
    },
    {
      id: 'charter',
      title: 'آیین‌نامه',
      lead: `«${charter().title}» در «${own().tabs.hall}» است و قاعده‌های نوبت سخن، حد نصاب، رأی‌گیری و برنامهٔ هفتگی را تعیین می‌کند.`,
      steps: [
        `نوع‌های درخواست را با پیکان‌ها مرتب کنید و در «${charter().fairness}» قاعدهٔ نوبت را برگزینید؛ زیر آن یک جمله اثرش را می‌گوید.`,
        `زمان‌ها را مانند ۳:۰۰ بنویسید. «${charter().budgets}» را اگر حدی نیست خالی بگذارید.`,
        `در «${charter().weekly}» روز، ساعت، محل و الگوی بندهای ثابت را بنویسید تا پیش‌نویس هر هفته خودبه‌خود ساخته شود.`,
        `«${charter().save}» را بزنید. تغییر از همان لحظه اثر دارد.`,
      ],
    },
    {
      id: 'agenda',
      title: 'دستور جلسه',
      lead: 'هر جلسه نخست پیش‌نویسی است که تنها رئیس و دبیرخانه می‌بینند.',
      steps: [
        `«${plan().next}» جلسهٔ هفتهٔ بعد را با شماره، تاریخ، بندهای ثابت و بندهای مانده می‌سازد. برای جلسه‌ای دیگر «${agenda().fresh}» را بزنید.`,
        `«${agenda().add}» بندی می‌افزاید. هنگام نوشتن عنوان، آنچه پیش‌تر در این باره بوده نشان داده می‌شود تا کاری دو بار نشود.`,
        'بند را بکشید یا برگزینید و با دکمه‌های بالا جابه‌جا کنید. نشان کنار هر بند می‌گوید از کجا آمده است.',
        `در زیر هر بند «${agenda().prepare}»، «${item().add}» و «${item().refer}» هست. برای هر پیوست بگویید چه کسانی ببینند.`,
        `اگر بندی از جلسهٔ پیش مانده باشد، دکمهٔ آوردن بندهای مانده در بالای پیش‌نویس دیده می‌شود.`,
        `«${plan().templates}» دستورهای پرکاربرد را نگه می‌دارد.`,
        `پس از آماده شدن، «${agenda().convene}» را بزنید؛ جلسه شماره می‌گیرد و همه آن را می‌بینند.`,
      ],
      notes: ['برای تصویب چند بند با یک رأی، بندی از نوع «تصویب یکجا» بسازید، بندها را زیر آن بیاورید و یک رأی‌گیری برای همه آماده کنید.'],
    },
    {
      id: 'proposals',
      title: 'پیشنهادهای اعضا',
      lead: `در «${own().tabs.proposals}» پیشنهادها به ترتیب رسیدن دیده می‌شود و کنار هر یک، موضوع‌های همانند.`,
      steps: [
        `«${proposals().accept}» پیشنهاد را بندی از یک جلسه می‌کند.`,
        `«${proposals().merge}» آن را به بندی موجود می‌پیوندد تا همان‌جا بررسی شود.`,
        `«${proposals().decline}» دلیل می‌خواهد؛ پیشنهاددهنده آن را بر صفحهٔ خود می‌بیند.`,
      ],
    },
    {
      id: 'presence',
      title: 'حضور و غیاب',
      lead: `در «${own().tabs.sitting}» جایگاه حاضران روشن است.`,
      steps: [
        'با یک بار زدن هر جایگاه، ورود یا خروج با ساعت ثبت می‌شود. تبلت ورودی و خود اعضا هم می‌توانند حضور را ثبت کنند.',
        `«${seats().choose}» را بزنید و جایگاهی را برگزینید تا «${seats().record}» با دلیل، موجه یا غیرموجه، ثبت شود.`,
        `اگر آیین‌نامه بپذیرد، در همان برگه «${seats().name}» کسی را به جای غایب می‌نشاند تا خود او بیاید.`,
        `تعارض منافع عضو در بند جاری با «${seats().recuse}» ثبت می‌شود.`,
      ],
      notes: [`پیش از گشودن، اگر مهلتی برای حد نصاب باشد شمارش معکوس دیده می‌شود. «${own().more.notHeld}» در «${own().more.title}» است.`],
    },
    {
      id: 'votes',
      title: 'رأی‌گیری',
      lead: `رأی‌گیری‌های هر بند در «${own().tabs.agenda}»، زیر همان بند آماده می‌شود و رئیس جلسه آن‌ها را می‌گشاید.`,
      steps: [
        `«${agenda().prepare}» را بزنید، متن را بنویسید و نوع و شیوه را برگزینید. گزینه‌های بند اولویت‌بندی خودبه‌خود پیشنهاد می‌شود.`,
        `نامزدهای انتخابات را با «${form().fromRoster}» یا «${form().candidateAdd}» بیفزایید. انصراف را کنار نام هر نامزد ثبت کنید.`,
        `در «${words().voteMode.roll_call}» و «${words().voteMode.show_of_hands}»، پاسخ‌ها یا شمار دست‌ها را شما یا رئیس جلسه در «${own().tabs.sitting}» می‌نویسید.`,
        `اگر شمار دست‌ها نادرست ثبت شده باشد، پس از پایان رأی‌گیری «${count().correct.do}» را بزنید؛ شمارش پیشین، شمارش تازه و دلیل در صورتجلسه می‌ماند.`,
        `قاعده‌های رأی‌گیری، مانند حد نصاب هنگام پایان، رأی تعیین‌کننده و وزن جایگاه‌ها، در «${charter().title}» است.`,
      ],
      notes: [
        'رأی‌گیری باطل‌شده در صورتجلسه می‌ماند و تکرار آن به آن پیوند می‌خورد.',
        'در رأی مخفی کسی، حتی دبیرخانه، رأی افراد را نمی‌بیند. پس از پایان، برگه‌ها بی‌نام منتشر می‌شود و همه می‌توانند دوباره بشمارند.',
      ],
    },
    {
      id: 'minutes',
      title: 'صورتجلسه و مصوبات',
      lead: 'گشودن بندها، سخن‌ها، رأی‌ها، ورود و خروج و تغییر نوبت‌ها خودبه‌خود نوشته می‌شود و تغییرپذیر نیست.',
      steps: [
        'شرح مذاکرات هر بند را در کادر پایین بنویسید؛ چند نفر هم‌زمان می‌توانند بنویسند و نشانگر و نام هر یک دیده می‌شود. نوشته خودبه‌خود ذخیره می‌شود.',
        `«${text().module}» جمله‌های پرکاربرد را با یک کلید در متن می‌نشاند.`,
        'سطری را که خودبه‌خود نوشته شده می‌توان از صورتجلسه کنار گذاشت یا برایش یادداشت نوشت، اما آنچه می‌گوید تغییر نمی‌کند.',
        `«${text().resolution}» متن برگزیده را مصوبه می‌کند؛ پیگیری‌کننده و مهلت را بنویسید.`,
        `پس از پایان جلسه «${own().paper.publish}» را بزنید. بندهای غیرعلنی در نسخهٔ همگانی نمی‌آید.`,
        `نسخهٔ چاپی صورتجلسه در «${own().tabs.archive}» است.`,
      ],
    },
    {
      id: 'groups',
      title: 'کارگروه‌ها',
      lead: 'هر کارگروه تالاری جداگانه است، با اعضا، رئیس و جلسه‌های خود.',
      steps: [
        `در «${own().tabs.groups}»، «${groups().found}» را بزنید؛ نام، مدت و جایگاه هر عضو را بنویسید. یک نفر باید رئیس باشد.`,
        `بند را از دستور جلسه با «${item().refer}» به کارگروه بسپارید. وضعیت آن در «${groups().referrals}» دیده می‌شود.`,
        `برای کار در کارگروه، نام تالار را در بالای صفحه بزنید و به آن بروید. آن‌جا با «${groups().write}» پاسخ را بنویسید و با «${groups().send}» بفرستید.`,
        `گزارش رسیده اگر خودبه‌خود به دستور تالار نیامده باشد، با «${groups().takeUp}» می‌آید.`,
      ],
    },
    {
      id: 'help',
      title: 'در میان جلسه',
      lead: `کارهایی که کمتر به کار می‌آید در «${own().more.title}» است.`,
      steps: [
        `«${own().more.message}» پیامی بر نمایشگر و همهٔ دستگاه‌ها می‌گذارد.`,
        `«${own().more.closedPart}» ناظران و نمایشگر را از جلسه جدا می‌کند و «${own().more.endClosedPart}» آن‌ها را بازمی‌گرداند.`,
        `«${own().more.statistics}» زمان و نوبت هر نفر، جایگاه و گروه را نشان می‌دهد.`,
        `اگر دستگاه رئیس از کار بیفتد، «${own().more.hand}» ریاست را به قائم‌مقام می‌سپارد.`,
        `هر برگه را با «${desk().close}» یا کلید بازگشت ببندید؛ آنچه نوشته‌اید تا ثبت نکنید فرستاده نمی‌شود.`,
      ],
    },
  ],
  en: () => [
    {
      id: 'people',
      title: 'Members and invitations',
      lead: `Under “${own().tabs.hall}”, “${own().tabs.members}” and “${own().tabs.access}” stand side by side.`,
      steps: [
        `Add members with “${people().members.add}” or all at once with “${people().members.importCsv}”. Every line is shown before it is recorded.`,
        `“${people().members.group}” is optional and serves turns and budgets of groups.`,
        `Under “${own().tabs.access}” choose people, make invitations and press “${people().cards.print}”. Each works once and on one device.`,
        'A card’s QR code and link are good for a week, its six digits for a day. Whoever needs a passphrase comes in by QR code or link the first time.',
        `The hall’s own devices are invited here, too: “${people().access.display}” and “${people().access.kiosk}”.`,
      ],
    },
    {
      id: 'charter',
      title: 'The charter',
      lead: `“${charter().title}” stands under “${own().tabs.hall}” and governs the floor, the quorum, votes and the weekly schedule.`,
      steps: [
        `Order the kinds of requests with the arrows and choose a rule under “${charter().fairness}”; the sentence beneath says what it does.`,
        `Write times like 3:00. Leave “${charter().budgets}” empty where there is no limit.`,
        `Under “${charter().weekly}” write day, hour, place and the template of standing items, so that each week’s draft makes itself.`,
        `Press “${charter().save}”. A change counts at once.`,
      ],
    },
    {
      id: 'agenda',
      title: 'The agenda',
      lead: 'A meeting is first a draft that only the chair and the secretariat see.',
      steps: [
        `“${plan().next}” drafts next week’s meeting with its number, date, standing items and what was left over. For any other, press “${agenda().fresh}”.`,
        `“${agenda().add}” adds an item. While you type its title, what there has been on it before is shown, so that nothing is done twice.`,
        'Drag an item, or choose it and use the buttons above. The mark beside an item says where it comes from.',
        `Beneath each item there are “${agenda().prepare}”, “${item().add}” and “${item().refer}”. Say of each file who may see it.`,
        'If items were left in the last meeting, a button over the draft brings them over.',
        `“${plan().templates}” keeps agendas for use again.`,
        `When it is ready, press “${agenda().convene}”; the meeting gets its number and everybody sees it.`,
      ],
      notes: ['To adopt several items by one vote, add an item of the kind “Consent block”, put the items beneath it and prepare one vote for all of them.'],
    },
    {
      id: 'proposals',
      title: 'Proposals',
      lead: `Under “${own().tabs.proposals}” they stand in the order in which they came, with what is like them beside.`,
      steps: [
        `“${proposals().accept}” makes it an item of a meeting.`,
        `“${proposals().merge}” joins it to an item that exists already.`,
        `“${proposals().decline}” asks for a reason, which the proposer sees.`,
      ],
    },
    {
      id: 'presence',
      title: 'Presence',
      lead: `Under “${own().tabs.sitting}” a seat is lit when its owner is present.`,
      steps: [
        'A tap on a seat records arrival or departure with the hour. The tablet at the door and the members themselves can do it as well.',
        `Press “${seats().choose}” and choose a seat for “${seats().record}”, excused or not, with its reason.`,
        `Where the charter allows it, “${seats().name}” on the same sheet seats somebody in the place of who is absent.`,
        `A conflict of interest in the active item is recorded with “${seats().recuse}”.`,
      ],
      notes: [`Before the opening a countdown runs where the charter sets a time for the quorum. “${own().more.notHeld}” is under “${own().more.title}”.`],
    },
    {
      id: 'votes',
      title: 'Votes',
      lead: `An item’s votes are prepared beneath it under “${own().tabs.agenda}”; the chair opens them.`,
      steps: [
        `Press “${agenda().prepare}”, write the question, choose kind and way of voting. The options of a priorities item are offered.`,
        `Add the candidates of an election with “${form().fromRoster}” or “${form().candidateAdd}”. A withdrawal is recorded beside the name.`,
        `In a “${words().voteMode.roll_call}” and a “${words().voteMode.show_of_hands}” you or the chair write down the answers or the numbers under “${own().tabs.sitting}”.`,
        `If hands were recorded wrongly, press “${count().correct.do}” once the vote is closed; the count before, the new one and the reason stay in the minutes.`,
        `The rules of voting, such as the quorum at closing, the casting vote and the votes of each seat, are in “${charter().title}”.`,
      ],
      notes: [
        'A voided vote stays in the minutes, and its repetition refers to it.',
        'In a secret vote nobody sees how somebody has voted, not even the secretariat. When it is closed the ballots are published without names, and anybody can recount.',
      ],
    },
    {
      id: 'minutes',
      title: 'Minutes and resolutions',
      lead: 'Items, speeches, votes, arrivals and changes of the queue write themselves and cannot be changed.',
      steps: [
        'Write the account of each item in the field beneath; several people can write at once, and see each other’s names and places. It saves itself.',
        `“${text().module}” puts in what you often need, at a keystroke.`,
        'A line that wrote itself can be left out of the record or have a note, but what it says does not change.',
        `“${text().resolution}” makes a resolution of the chosen text; say who follows it up and until when.`,
        `After the meeting press “${own().paper.publish}”. Confidential items are not in the public copy.`,
        `The printed record is in “${own().tabs.archive}”.`,
      ],
    },
    {
      id: 'groups',
      title: 'Working groups',
      lead: 'A group is a hall of its own, with members, a chair and meetings.',
      steps: [
        `Under “${own().tabs.groups}” press “${groups().found}”; write its name, how long it lasts and each member’s seat. One of them is its president.`,
        `Refer an item from the agenda with “${item().refer}”. “${groups().referrals}” says where it is.`,
        `To work in the group, press the hall’s name at the top and go there. “${groups().write}” writes the answer, “${groups().send}” sends it.`,
        `“${groups().takeUp}” puts the report on this hall’s agenda, if it has not come there by itself.`,
      ],
    },
    {
      id: 'help',
      title: 'During the meeting',
      lead: `What is needed rarely stands under “${own().more.title}”.`,
      steps: [
        `“${own().more.message}” puts a line on the display and all devices.`,
        `“${own().more.closedPart}” shuts observers and the display out, “${own().more.endClosedPart}” lets them in again.`,
        `“${own().more.statistics}” shows time and turns by person, seat and group.`,
        `If the chair’s device fails, “${own().more.hand}” gives the chair to the vice president.`,
        `Close a sheet with “${desk().close}” or the back key; what you have written is not sent until you save it.`,
      ],
    },
  ],
});
