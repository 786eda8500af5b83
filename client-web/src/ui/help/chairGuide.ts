import { messages } from '@/i18n/language.svelte';
import { words } from '@/i18n/words';
import { t as floor } from '../chair/floorMessages';
import { t as chair } from '../chair/messages';
import { t as sheets } from '../chair/sheetMessages';
import { t as votes } from '../chair/voteMessages';
import { t as count } from '../desk/countMessages';
import { t as form } from '../desk/voteMessages';
import type { Chapter } from './guide';

/** How a meeting is conducted, by the chair's own buttons. */
export const chairGuide = messages<() => Chapter[]>({
  fa: () => [
    {
      id: 'open',
      title: 'گشودن جلسه',
      lead: 'پس از دعوت دبیرخانه، صفحهٔ شما شمار حاضران و حد نصاب را نشان می‌دهد.',
      steps: [
        `حضور خود را با «${chair().bar.checkIn}» ثبت کنید.`,
        `وقتی «${chair().before.reached}» دیده شد، «${chair().before.open}» را بزنید.`,
        `اگر حد نصاب کامل نیست و جلسه باید آغاز شود، «${chair().before.openAnyway}» را بزنید و دلیل را بنویسید؛ دلیل در صورتجلسه می‌آید.`,
        `اگر جلسه برگزار نمی‌شود، «${chair().before.notHeld}» را بزنید.`,
      ],
      notes: ['اگر آیین‌نامه مهلتی برای حد نصاب گذاشته باشد، شمارش معکوس از ساعت اعلام‌شده دیده می‌شود و پس از آن «جلسه تشکیل نشد» خودبه‌خود ثبت می‌شود.'],
    },
    {
      id: 'agenda',
      title: 'پیش رفتن در دستور جلسه',
      lead: 'ستون دستور جلسه، زمان برنامه و زمان واقعی هر بند و پیش‌بینی ساعت پایان را نشان می‌دهد.',
      steps: [
        `برای رفتن به بند بعد، دکمهٔ «${chair().agenda.go('…')}» را بزنید. بند پیشین پایان‌یافته ثبت می‌شود.`,
        `هر بند را که بزنید کارهای آن باز می‌شود: «${chair().agenda.end}»، «${chair().agenda.defer}» و «${chair().agenda.withdraw}».`,
        `بندی را که موکول شود، دبیرخانه با یک دکمه به جلسهٔ بعد می‌آورد.`,
        `با «${sheets().refer.do}» بند به کارگروه سپرده می‌شود و گزارش آن به دستور همین تالار بازمی‌گردد.`,
      ],
      notes: [`بند «${sheets().block.title}» چند بند را با یک رأی تصویب می‌کند؛ هر عضوی می‌تواند بندی را از آن جدا کند تا جداگانه بررسی شود.`],
    },
    {
      id: 'floor',
      title: 'دادن نوبت سخن',
      lead: 'صف سخن را آیین‌نامه مرتب می‌کند و هر کس دلیل جایگاه خود را می‌بیند.',
      steps: [
        `«${floor().floor.firstSpeaker}» نوبت را به نفر نخست می‌دهد؛ در میان سخن، «${floor().floor.nextSpeaker}» همان کار را می‌کند.`,
        `برای دادن نوبت به کسی پیش از دیگران، میکروفون کنار نام او را بزنید و دلیل را بنویسید. دلیل در صورتجلسه می‌آید.`,
        `برای تغییر ترتیب، «${floor().queue.arrange}» را بزنید و با پیکان‌ها جابه‌جا کنید؛ بر تلفن هم همین دکمه‌ها هست.`,
        `«${floor().queue.other}» نوبت را به یکی از حاضران می‌دهد که در صف نیست.`,
        `ارائه‌دهندهٔ بند را با «${floor().floor.present('…')}» فرابخوانید؛ زمان ارائه جدا از سخن شمرده می‌شود.`,
      ],
      notes: [`نوار بالای صف می‌گوید چند نفر هنوز سخن نگفته‌اند؛ با زدن آن، «${sheets().shares.title}» باز می‌شود.`],
    },
    {
      id: 'time',
      title: 'زمان سخن',
      lead: 'در ۳۰ ثانیهٔ پایانی ساعت زرد، در ۱۰ ثانیهٔ پایانی سرخ می‌شود و پس از آن رو به بالا می‌شمارد.',
      steps: [
        `«${floor().floor.pause}» و «${floor().floor.resume}» ساعت را نگه می‌دارد و به راه می‌اندازد.`,
        `«${floor().floor.minute}» یک دقیقه می‌افزاید و «${floor().floor.warn}» به سخنران یادآوری می‌کند.`,
        `«${floor().floor.end}» نوبت را پایان می‌دهد.`,
        'اخطار یا پاسخی که سخن را نگه می‌دارد، پس از پایان، نوبت را به سخنران پیشین بازمی‌گرداند و باقی زمان او محفوظ است.',
      ],
      notes: [`صدای آرام پایان وقت را از «${chair().bar.more}» با «${sheets().sound.on}» یا «${sheets().sound.off}» روشن و خاموش کنید.`],
    },
    {
      id: 'list',
      title: 'بستن و گشودن فهرست سخنرانان',
      lead: 'فهرست هر بند با گشودن آن باز است.',
      steps: [
        `«${sheets().list.last}» را بزنید و مهلت را برگزینید؛ همه می‌بینند فهرست کی بسته می‌شود.`,
        `«${sheets().list.close}» فهرست را بی‌درنگ می‌بندد و «${sheets().list.reopen}» آن را باز می‌کند.`,
        'پاسخ و اخطار در فهرست بسته هم پذیرفته می‌شود.',
      ],
    },
    {
      id: 'vote',
      title: 'رأی‌گیری',
      lead: 'رأی‌گیری‌های آمادهٔ هر بند در بخش رأی دیده می‌شود؛ متن، نوع، شیوه و حد تصویب هر یک پیش از گشودن پیداست.',
      steps: [
        `«${floor().vote.openNow}» رأی‌گیری آماده را باز می‌کند. برای متن تازه، «${floor().vote.fresh}» را بزنید.`,
        'تا پایان رأی‌گیری تنها شمار رأی‌دهندگان دیده می‌شود، نه رأی‌ها؛ مگر آنکه آیین‌نامه دیده شدن از همان آغاز را پذیرفته باشد.',
        `«${votes().warn}» به کسانی که رأی نداده‌اند یادآوری می‌کند و «${votes().extend}» نیم، یک یا دو دقیقه می‌افزاید.`,
        `با «${floor().vote.close}» یا پایان مهلت، نتیجه با حساب آن بر همهٔ صفحه‌ها می‌آید.`,
        `اگر خطایی رخ داد، «${count().void.do}» را بزنید و دلیل را بنویسید. رأی‌گیری باطل‌شده در صورتجلسه می‌ماند و «${count().repeat}» آن را دوباره آماده می‌کند.`,
        `نتیجهٔ پیشین را در «${votes().earlier}» بزنید؛ «${votes().show}» آن را باز به همه نشان می‌دهد.`,
      ],
      notes: ['کسی که از بند کنار رفته است، نه رأی می‌دهد و نه در مبنای شمارش می‌آید.', 'اگر آیین‌نامه بخواهد و هنگام پایان رأی‌گیری حد نصاب نباشد، آرا شمرده می‌شود ولی چیزی تصویب یا رد نمی‌شود.'],
    },
    {
      id: 'vote_kinds',
      title: 'نوع‌های رأی‌گیری',
      lead: 'نوع و شیوه را هنگام آماده کردن رأی‌گیری برگزینید؛ تنها آنچه با هم سازگار است پیشنهاد می‌شود.',
      steps: [
        `«${words().voteKind.motion}»: ${form().kindMeans.motion}`,
        `«${words().voteKind.consent}»: بپرسید «مخالفتی هست؟» و اگر کسی مخالفت نکرد «${votes().adopt}» را بزنید. یک مخالفت، رأی‌گیری را به جای آن آماده می‌کند.`,
        `«${words().voteKind.election}»: ${form().kindMeans.election} انصراف نامزد را پیش از گشودن، کنار نام او ثبت کنید.`,
        `«${words().voteKind.ranking}»: ${form().kindMeans.ranking}`,
        `«${words().voteKind.points}»: ${form().kindMeans.points}`,
        `«${words().voteMode.roll_call}»: نام هر کس را بخوانید و پاسخ او را بزنید؛ نفر بعد خود نشان داده می‌شود. برای اصلاح، نام را بزنید.`,
        `«${words().voteMode.show_of_hands}»: شمار موافقان، مخالفان و ممتنع‌ها را بنویسید، «${count().hands.record}» و سپس «${floor().vote.close}» را بزنید.`,
      ],
    },
    {
      id: 'secret',
      title: 'رأی مخفی',
      lead: 'هر رأی‌دهنده یک برگهٔ مهرشده می‌گیرد و آن را بی‌نام در صندوق می‌اندازد؛ مانند رأی کاغذی در پاکت.',
      steps: [
        'برگه به نام گرفته می‌شود تا هر کس تنها یک برگه داشته باشد؛ انداختن آن در صندوق بی‌نام است و سامانه نمی‌داند برگهٔ هر کس کدام است.',
        'شمار برگه‌های گرفته‌شده و شمار رأی‌ها پنج‌تاپنج‌تا نشان داده می‌شود.',
        `پس از «${floor().vote.close}» برگهٔ تازه‌ای داده نمی‌شود و چند ثانیه «${votes().counting}» دیده می‌شود تا برگه‌های در راه برسد.`,
        'سپس همهٔ برگه‌ها منتشر می‌شود. هر کس رسید خود را در فهرست می‌یابد و هر کسی می‌تواند دوباره بشمارد.',
      ],
      notes: [
        'اگر همه یکسان رأی داده باشند، رأی هر کس دانسته می‌شود. از این رو با شمار کم، رأی مخفی گشوده نمی‌شود.',
        'رسید را می‌توان به دیگری نشان داد؛ رأی مخفی جلوی فشار یا خرید رأی را نمی‌گیرد.',
        'رأی مخفی در نشانی امن سامانه کار می‌کند.',
      ],
    },
    {
      id: 'closed',
      title: 'بخش غیرعلنی و تعارض منافع',
      lead: 'یک دکمه ناظران و نمایشگر تالار را از جلسه جدا می‌کند.',
      steps: [
        `از «${chair().bar.more}»، «${sheets().closed.begin}» را بزنید و اگر خواستید دلیل را بنویسید.`,
        'نوار تیره در بالای صفحه یادآوری می‌کند که ناظران و نمایشگر چیزی نمی‌بینند.',
        `با «${sheets().closed.end}» همه بازمی‌گردند؛ بند غیرعلنی برایشان غیرعلنی می‌ماند.`,
        `تعارض منافع خود یا دیگری را در کارهای بند، در «${sheets().recusal.title}» ثبت کنید.`,
      ],
    },
    {
      id: 'end',
      title: 'تنفس، سپردن ریاست و پایان',
      lead: `این کارها در نوار بالا و در «${chair().bar.more}» است.`,
      steps: [
        `«${chair().bar.recess}» همه‌چیز را نگه می‌دارد؛ «${chair().recess.resume}» جلسه را پی می‌گیرد.`,
        `«${chair().bar.hand}» ریاست را با یک گام به قائم‌مقام می‌سپارد و «${chair().take.take}» آن را بازمی‌گرداند.`,
        `«${chair().next.close}» جلسه را پایان می‌دهد. پس از آن دبیرخانه صورتجلسه را کامل و منتشر می‌کند.`,
      ],
    },
  ],
  en: () => [
    {
      id: 'open',
      title: 'Opening the meeting',
      lead: 'Once the secretariat has convened it, your screen shows who is present and the quorum.',
      steps: [
        `Record your own presence with “${chair().bar.checkIn}”.`,
        `When it says “${chair().before.reached}”, press “${chair().before.open}”.`,
        `If there is no quorum and the meeting has to begin, press “${chair().before.openAnyway}” and give the reason; it goes into the record.`,
        `If the meeting does not take place, press “${chair().before.notHeld}”.`,
      ],
      notes: ['Where the charter sets a time for the quorum, a countdown runs from the announced hour; when it is over, “meeting not held” is recorded by itself.'],
    },
    {
      id: 'agenda',
      title: 'Going through the agenda',
      lead: 'The agenda shows planned and actual time of each item and when the meeting will end.',
      steps: [
        `“${chair().agenda.go('…')}” goes to the next item; the one before is recorded as done.`,
        `Tap an item for “${chair().agenda.end}”, “${chair().agenda.defer}” and “${chair().agenda.withdraw}”.`,
        'A deferred item is carried over to the next meeting by the secretariat with one button.',
        `“${sheets().refer.do}” gives an item to a working group; its report comes back onto this hall’s agenda.`,
      ],
      notes: [`A “${sheets().block.title}” adopts several items by one vote; any member can take one out to have it dealt with separately.`],
    },
    {
      id: 'floor',
      title: 'Giving the floor',
      lead: 'The charter orders the queue, and everybody sees why they stand where they stand.',
      steps: [
        `“${floor().floor.firstSpeaker}” calls the first one; while somebody speaks, “${floor().floor.nextSpeaker}” does the same.`,
        'To call somebody before the others, press the microphone beside the name and give a reason, which goes into the record.',
        `To change the order, press “${floor().queue.arrange}” and use the arrows; a phone has the same buttons.`,
        `“${floor().queue.other}” gives the floor to somebody present who is not in the queue.`,
        `Call the item’s presenter with “${floor().floor.present('…')}”; presentations are counted apart.`,
      ],
      notes: [`The bar over the queue says how many have not been heard yet; it opens “${sheets().shares.title}”.`],
    },
    {
      id: 'time',
      title: 'Speaking time',
      lead: 'In the last 30 seconds the clock turns amber, in the last 10 red; after that it counts up.',
      steps: [
        `“${floor().floor.pause}” and “${floor().floor.resume}” stop the clock and start it again.`,
        `“${floor().floor.minute}” adds a minute, “${floor().floor.warn}” reminds the speaker.`,
        `“${floor().floor.end}” ends the turn.`,
        'After a point of order or a reply that interrupted, the speaker goes on with the time that was left.',
      ],
      notes: [`“${sheets().sound.on}” and “${sheets().sound.off}” are under “${chair().bar.more}”.`],
    },
    {
      id: 'list',
      title: 'Closing and opening the list of speakers',
      lead: 'An item’s list is open from its beginning.',
      steps: [
        `Press “${sheets().list.last}” and choose how long; everybody sees when the list closes.`,
        `“${sheets().list.close}” closes it at once, “${sheets().list.reopen}” opens it again.`,
        'Replies and points of order are taken while it is closed.',
      ],
    },
    {
      id: 'vote',
      title: 'Voting',
      lead: 'An item’s prepared votes stand in the voting part, each with its question, kind, way of voting and majority.',
      steps: [
        `“${floor().vote.openNow}” opens the prepared vote. For another question, press “${floor().vote.fresh}”.`,
        'Until the vote closes everybody sees how many have voted, not how; unless the charter shows votes at once.',
        `“${votes().warn}” does what it says, and “${votes().extend}” adds half a minute, one or two.`,
        `With “${floor().vote.close}” or at the end of its time, the result appears on all screens with its arithmetic.`,
        `If something went wrong, press “${count().void.do}” and give the reason. The voided vote stays in the minutes, and “${count().repeat}” prepares it again.`,
        `Tap a result under “${votes().earlier}”; “${votes().show}” puts it on all screens again.`,
      ],
      notes: ['Who is recused from the item neither votes nor counts in the base.', 'Where the charter asks for it and there is no quorum at closing, the votes are counted, but nothing is decided.'],
    },
    {
      id: 'vote_kinds',
      title: 'Kinds of votes',
      lead: 'Kind and way of voting are chosen when a vote is prepared; only what goes together is offered.',
      steps: [
        `“${words().voteKind.motion}”: ${form().kindMeans.motion}`,
        `“${words().voteKind.consent}”: ask for objections; if there is none, press “${votes().adopt}”. One objection prepares a vote instead.`,
        `“${words().voteKind.election}”: ${form().kindMeans.election} A withdrawal is recorded beside the name before the vote opens.`,
        `“${words().voteKind.ranking}”: ${form().kindMeans.ranking}`,
        `“${words().voteKind.points}”: ${form().kindMeans.points}`,
        `“${words().voteMode.roll_call}”: call each name and tap the answer; the next name shows itself. To correct an answer, tap the name.`,
        `“${words().voteMode.show_of_hands}”: write how many are for, against and abstain, press “${count().hands.record}” and then “${floor().vote.close}”.`,
      ],
    },
    {
      id: 'secret',
      title: 'Secret votes',
      lead: 'Every voter gets one sealed ballot and drops it into the box without a name, like paper in an envelope.',
      steps: [
        'A ballot is collected by name, so that nobody has two; it is cast without a name, and the system does not know whose it is.',
        'How many are collected and cast is shown in steps of five.',
        `After “${floor().vote.close}” no more ballots are handed out; “${votes().counting}” shows for a few seconds, until those on their way have arrived.`,
        'Then all ballots are published. Everybody finds their receipt in the list, and anybody can recount.',
      ],
      notes: [
        'If all have voted the same, everybody’s vote is known; that is why a secret vote is not opened for a few.',
        'A receipt can be shown to others: a secret vote does not prevent pressure or vote buying.',
        'Secret votes work at the system’s secure address.',
      ],
    },
    {
      id: 'closed',
      title: 'Closed parts and conflicts of interest',
      lead: 'One button shuts observers and the hall display out.',
      steps: [
        `Under “${chair().bar.more}”, press “${sheets().closed.begin}”, with a reason if you like.`,
        'A dark band at the top reminds you that nobody outside sees anything.',
        `With “${sheets().closed.end}” they come back; a confidential item stays closed to them.`,
        `Conflicts of interest are recorded with the item, under “${sheets().recusal.title}”.`,
      ],
    },
    {
      id: 'end',
      title: 'Recess, handing over, ending',
      lead: `These are in the bar at the top and under “${chair().bar.more}”.`,
      steps: [
        `“${chair().bar.recess}” stops everything; “${chair().recess.resume}” goes on.`,
        `“${chair().bar.hand}” hands the chair to the vice president in one step, “${chair().take.take}” takes it back.`,
        `“${chair().next.close}” ends the meeting. Then the secretariat completes and publishes the record.`,
      ],
    },
  ],
});
