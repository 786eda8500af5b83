import { chairGuide } from './chairGuide';
import { deskGuide } from './deskGuide';
import type { Chapter, GuideName } from './guide';
import { chairRecord, deskRecord } from './recordChapters';

const guides = {
  chair: [chairGuide, chairRecord],
  secretariat: [deskGuide, deskRecord],
};

/** A guide in the language in use: the meeting first, then what comes after it. */
export const chaptersOf = (guide: GuideName): Chapter[] => guides[guide].flatMap((part) => part()());
