import type { Account } from '@/types';
import { get, request } from './client';
import { ApiError } from './errors';

/** Who is signed in, or null. */
export async function getMe(signal?: AbortSignal): Promise<Account | null> {
  try {
    return await get<Account>('/api/account/me', undefined, signal);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function register(email: string, password: string, displayName: string): Promise<void> {
  return request('POST', '/api/account/register', { body: { email, password, displayName } });
}

export async function login(email: string, password: string): Promise<void> {
  try {
    await request('POST', '/api/account/login', { query: { useCookies: 'true' }, body: { email, password } });
  } catch (error) {
    throw error instanceof ApiError && error.status === 401
      ? new ApiError(401, { code: error.code, detail: 'E-mail address and password do not fit together.' })
      : error;
  }
}

export function logout(): Promise<void> {
  return request('POST', '/api/account/logout');
}

export function updateMe(displayName: string): Promise<Account> {
  return request('PUT', '/api/account/me', { body: { displayName } });
}

export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return request('POST', '/api/account/password', { body: { currentPassword, newPassword } });
}

/** Makes the signed-in account an operator; the token comes from the link that a fresh server prints. */
export function claimOperator(token: string): Promise<void> {
  return request('POST', '/api/account/operator', { body: { token } });
}
