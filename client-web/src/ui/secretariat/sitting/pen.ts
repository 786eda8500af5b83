import type { OwnRefusal } from '@/core/pending';
import type { RefusalCode } from '@/generated/protocol';

/** What the buttons beside a text do to it, whatever it is edited with. */
export interface Pen {
  text(): string;
  selected(): string;
  /** Instead of what is selected; the caret ends where `caret` says, counted from where the words begin, or behind them. */
  put(words: string, caret?: number): void;
  focus(): void;
  /** What is not recorded goes; the text is as the hall has it. */
  giveUp(): void;
  /** What was refused, or never answered, is sent once more. */
  retry(): void;
}

export interface Saving {
  state: 'none' | 'saved' | 'saving' | 'unsaved';
  at?: number | undefined;
  refused?: RefusalCode | OwnRefusal | undefined;
}

export type Way = 'together' | 'alone';
export const ways: readonly Way[] = ['together', 'alone'];
export const wayKey = 'talar.writing';

/** Android's input methods change the text behind the editor's back: there one writes alone, in a plain field. */
export const usualWay = (agent: string, coarse: boolean): Way => (coarse && /Android/i.test(agent) ? 'alone' : 'together');
