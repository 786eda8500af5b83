// What is one's own to carry out.
import type { Me, ResolutionId, TaskView } from '@/generated/protocol';

export interface Task extends TaskView {
  readonly resolution: ResolutionId;
}

/** Those due first, first; what has no day comes last. */
export function tasksOf(me: Me | undefined): Task[] {
  return Object.entries(me?.tasks ?? {})
    .map(([resolution, task]) => ({ ...task, resolution }))
    .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.number - b.number);
}

/** How many should have been done before today ("2024-01-04"). */
export const lateTasks = (me: Me | undefined, today: string): number => tasksOf(me).filter(({ due }) => due !== undefined && due < today).length;
