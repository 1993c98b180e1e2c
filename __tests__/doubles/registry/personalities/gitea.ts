import { personalityOf } from './conformant.ts';

/** Gitea 1.26: two challenges, a token that says when it ends and not what it may, and no page for an owner who is not there. */
export const gitea = personalityOf({
  name: 'gitea',
  signIn: ['none', 'token'],
  repositories: 'must-exist',
  challenge: { others: ['Basic realm="Gitea Container Registry"'], pingScope: '*', lacking: 'refusal' },
  token: {
    path: '/v2/token',
    service: 'container_registry',
    lifetime: 86_400,
    announced: false,
    claims: 'nbf',
    saysAccess: false,
    fields: ['token'],
    oauth: false,
  },
  refusals: {
    'repository-missing': { status: 404, text: { type: 'text/plain;charset=utf-8', body: 'Not found.\n' } },
  },
});
