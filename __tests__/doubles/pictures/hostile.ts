import { buildImage } from '../registry/images.ts';
import type { Step } from '../runner.ts';
import { reportOf } from '../sarif/reports.ts';
import { imageOf } from './images.ts';
import { type Place, TEAM } from './place.ts';
import { FOLDED } from './published.ts';
import { pullRequest, pushed, pushOf, SOURCE } from './runs.ts';
import type { Situation } from './situation.ts';
import { faulty } from './stopped.ts';

/** Everything that means something in Markdown or HTML, to the right and to the left, and longer than a line. */
export const HOSTILE =
  '<img src=x onerror=alert(1)> [HOSTILE](https://hostile.test) | `HOSTILE` | **HOSTILE** @HOSTILE #1 ' +
  '</code></td></details><script>HOSTILE</script> https://hostile.test www.hostile.test ![HOSTILE](https://hostile.test/a.png) ' +
  `\n\n# HOSTILE\n\n- HOSTILE\n\n~~~\nHOSTILE\n\u202eELITSOH\u202c שלום مرحبا ${'HOSTILE'.repeat(40)} <!-- HOSTILE`;

/** The same for what cannot have blanks or quotes. */
const ODD_NAME = '<img/src=x>[HOSTILE](https://hostile.test)`HOSTILE`|**HOSTILE**</code></details><b>@HOSTILE';

export const HOSTILE_ONES: readonly Situation[] = [
  { name: 'hostile-gate', title: /^⏭️ Skipped/, folded: ['The other rules'], isHostile: true, play: hostileGate },
  {
    name: 'hostile-scan',
    title: /^❌ Not published: the gate is closed for/,
    folded: ['The other rules', 'Scan reports (1)', 'Findings (7)'],
    isHostile: true,
    play: hostileScan,
  },
  {
    name: 'hostile-image',
    title: /^✅ Published and verified/,
    folded: ['Verify, deploy', ...FOLDED, 'Credentials'],
    isHostile: true,
    play: hostileImage,
  },
  {
    name: 'hostile-registry',
    title: /^❌ Failed: REGISTRY_DENIED for/,
    folded: [],
    isHostile: true,
    play: faulty({
      match: { kind: 'tag', method: 'GET' },
      act: { kind: 'error', status: 403, code: `DENIED ${HOSTILE}`, message: HOSTILE.repeat(4) },
    }),
  },
];

function hostileGate(place: Place): Promise<Step> {
  const needs = JSON.stringify({ [HOSTILE]: { result: 'failure' }, test: { result: HOSTILE } });
  return place.publish({ inputs: { source: SOURCE, needs }, event: pullRequest(HOSTILE) });
}

/** A report that says odd things of the image, and a branch with an odd name. */
function hostileScan(place: Place): Promise<Step> {
  const log = JSON.parse(reportOf('trivy'));
  for (const result of log.runs[0].results) {
    result.ruleId = HOSTILE;
    result.locations[0].physicalLocation.artifactLocation.uri = HOSTILE;
  }
  log.runs[0].tool.driver.name = HOSTILE;
  place.write('scan.sarif', JSON.stringify(log).replaceAll(/sha256:1{64}/g, imageOf(4).config.digest));
  return pushed(place, { 'scan-report': 'scan.sarif' });
}

/** A branch with an odd name, a check with one, and an image that says odd things of itself. */
function hostileImage(place: Place): Promise<Step> {
  const revision = { 'org.opencontainers.image.revision': HOSTILE };
  place.hold(TEAM, buildImage({ content: 'other', format: 'docker', labels: revision }), 'main', 'next');
  place.engine.load(imageOf(4), [SOURCE]);
  return place.publish({
    inputs: {
      source: SOURCE,
      'moving-tags': 'main, next',
      branches: '**',
      needs: `{"${ODD_NAME}":{"result":"success"}}`,
    },
    event: pushOf(4, `refs/heads/${ODD_NAME}`),
  });
}
