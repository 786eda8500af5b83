import { messages } from '@/i18n/language.svelte';

/** The guides' own words. */
export const t = messages({
  fa: {
    title: { chair: 'راهنمای رئیس جلسه', secretariat: 'راهنمای دبیرخانه' },
    other: { chair: 'راهنمای دبیرخانه', secretariat: 'راهنمای رئیس جلسه' },
    contents: 'فهرست',
    print: 'چاپ راهنما',
    back: 'بازگشت به تالار',
    lead: {
      chair: 'همهٔ کارهای ادارهٔ جلسه، از گشودن تا پایان. نام دکمه‌ها همان است که بر صفحهٔ شما دیده می‌شود.',
      secretariat: 'از تنظیم دستور جلسه تا انتشار صورتجلسه. نام دکمه‌ها همان است که بر صفحهٔ شما دیده می‌شود.',
    },
  },
  en: {
    title: { chair: 'Guide for the chair', secretariat: 'Guide for the secretariat' },
    other: { chair: 'Guide for the secretariat', secretariat: 'Guide for the chair' },
    contents: 'Contents',
    print: 'Print the guide',
    back: 'Back to the hall',
    lead: {
      chair: 'Everything that conducting a meeting takes, from the opening to the end. Buttons have the names that you see on your screen.',
      secretariat: 'From the agenda to the published record. Buttons have the names that you see on your screen.',
    },
  },
});
