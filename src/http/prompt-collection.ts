import { setFlagsFromString } from 'node:v8';

/*
 * Received memory should be freed soon. Each piece of an answer is a separate buffer, and V8 counts only the small
 * object for it. With space for many such objects, about 100 MiB of unused pieces wait to be collected. That space
 * grows while a program starts, and no longer after this setting, so a program loads this first.
 */
setFlagsFromString('--semi-space-growth-factor=1');
