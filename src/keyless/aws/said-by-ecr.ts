import type { HttpAnswer } from '../../http/http.ts';
import { jsonOf } from '../exchange.ts';
import type { Said } from '../refused-exchange.ts';

/** saidByEcr reads an error of the JSON protocol, which names it in `__type`, sometimes after a name space. */
export function saidByEcr(answer: HttpAnswer): Said {
  const { __type, message, Message } = jsonOf(answer);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { status: answer.status, code: text(__type).replace(/^.*#/, ''), message: text(message) || text(Message) };
}
