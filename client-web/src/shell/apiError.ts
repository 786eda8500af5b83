import type { Problem } from '@/generated/protocol';

/** What went wrong, as the server said it; `offline` when it could not be asked, `internal` when it did not explain itself. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}
