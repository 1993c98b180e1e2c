import { acr } from './acr.ts';
import { artifactRegistry } from './artifact-registry.ts';
import { artifactory } from './artifactory.ts';
import { conformant } from './conformant.ts';
import { distribution, distribution3 } from './distribution.ts';
import { dockerHub } from './docker-hub.ts';
import { ecr } from './ecr.ts';
import { ghcr } from './ghcr.ts';
import { gitea } from './gitea.ts';
import { harbor } from './harbor.ts';
import { nexus } from './nexus.ts';
import { quay } from './quay.ts';
import { zot } from './zot.ts';

export const PERSONALITIES = {
  conformant,
  distribution,
  'distribution-3': distribution3,
  'docker-hub': dockerHub,
  harbor,
  nexus,
  ecr,
  acr,
  'artifact-registry': artifactRegistry,
  ghcr,
  quay,
  artifactory,
  gitea,
  zot,
} as const;

export type PersonalityName = keyof typeof PERSONALITIES;
