/** RFC 9457 problem details, as the server writes them. */
export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  /** Messages by field name. */
  errors?: Record<string, string[]>;
}

/** A request that was answered with an error, or not answered at all (`status` 0, `code` `network`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string[]>;
  /** Seconds that the server asks to wait, or null. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title ?? fallbackSentence(status));
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'network' : `http_${status}`);
    this.fields = lowerFirstKeys(problem.errors ?? {});
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may end differently a little later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** A sentence for people, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) {
    const fields = Object.values(error.fields).flat();
    return fields.length > 0 ? fields.join(' ') : error.message;
  }
  return 'Something went wrong on this page. Please try again.';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

function lowerFirstKeys(errors: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(errors).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]));
}

function fallbackSentence(status: number): string {
  switch (status) {
    case 0:
      return 'The server cannot be reached. Check your connection and try again.';
    case 401:
      return 'Please sign in first.';
    case 403:
      return 'You are not allowed to do this.';
    case 404:
      return 'This is not here, or not for you to see.';
    case 413:
      return 'This is too large.';
    case 429:
      return 'That was a little too fast. Please wait a moment and try again.';
    default:
      return 'The server could not do this. Please try again in a moment.';
  }
}
