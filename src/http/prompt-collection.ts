import { setFlagsFromString } from 'node:v8';

/*
 * What was received is to be given back soon. Each piece of an answer is memory of its own, and V8 counts only the small
 * object that stands for it: with room for many of them, some 100 MiB of pieces that nobody needs any more wait to be
 * collected. That room grows while a program starts, and no further from here on: so this is what a program loads first.
 */
setFlagsFromString('--semi-space-growth-factor=1');
