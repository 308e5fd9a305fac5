import { isAppError } from '@binhxet/domain';
import { type Rules } from '../ports/rules.port.js';

/**
 * Services whose calls may meet a rule file that another process published a moment ago: such a call takes in what is new and is made
 * once more. Only for calls that are safe to repeat.
 */
export function withFreshRules<T extends object>(services: T, rules: Rules): T {
  return new Proxy(services, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      const call = member as (...args: unknown[]) => unknown;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await call.apply(target, args);
        } catch (error) {
          const missing = isAppError(error) && error.code === 'PACK.NOT_FOUND';
          if (!missing || !(await rules.refresh())) throw error;
          return call.apply(target, args);
        }
      };
    },
  });
}
