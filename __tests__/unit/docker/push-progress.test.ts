import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watchPush } from '../../../src/docker/push-progress.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function watched(...lines: readonly string[]): string[] {
  const news: string[] = [];
  using watch = watchPush((line) => news.push(line));
  for (const line of lines) watch.line(line);
  return news;
}

describe('watchPush', () => {
  it('tells of each layer when it is done, on the graph-driver store', () => {
    const news = watched(
      'The push refers to repository [192.0.2.2:5543/team/app]',
      '099806ca5cbe: Preparing',
      '1f2e3d4c5b6a: Preparing',
      'aaaaaaaaaaaa: Preparing',
      '1f2e3d4c5b6a: Waiting',
      '099806ca5cbe: Pushing [==>  ]  1.2MB/9MB',
      '099806ca5cbe: Pushed',
      '1f2e3d4c5b6a: Layer already exists',
      'aaaaaaaaaaaa: Mounted from team/base',
      'sha-abc: digest: sha256:bf1c000000000000000000000000000000000000000000000000000000001996 size: 528',
    );
    expect(news).toEqual([
      '099806ca5cbe: Pushed',
      '1f2e3d4c5b6a: Layer already exists',
      'aaaaaaaaaaaa: Mounted from team/base',
    ]);
  });

  it('tells of each blob when it is done, by twelve digits, on the containerd store', () => {
    const id = 'bf1c'.repeat(16);
    expect(watched(`${id}: Waiting`, `${id}: Already exists`)).toEqual(['bf1cbf1cbf1c: Already exists']);
  });

  it('tells each state once', () => {
    expect(watched('099806ca5cbe: Pushed', '099806ca5cbe: Pushed', '099806ca5cbe: Pushed')).toHaveLength(1);
  });

  it('tells that a layer is tried again', () => {
    expect(watched('099806ca5cbe: Retrying in 5 seconds', '099806ca5cbe: Retrying in 4 seconds')).toEqual([
      '099806ca5cbe: Retrying in 5 seconds',
      '099806ca5cbe: Retrying in 4 seconds',
    ]);
  });

  it('says nothing of lines that are none of a layer', () => {
    expect(
      watched('', 'Pushed', ': Pushed', 'xyz: Pushed', '099806: Pushed', '099806CA5CBE: Pushed', '\u001b[1A'),
    ).toEqual([]);
  });

  it('says now and then that the push goes on, while nothing else is said', () => {
    const news: string[] = [];
    using watch = watchPush((line) => news.push(line));
    watch.line('099806ca5cbe: Preparing');
    watch.line('1f2e3d4c5b6a: Pushed');
    news.length = 0;
    jest.advanceTimersByTime(14_000);
    expect(news).toEqual([]);
    jest.advanceTimersByTime(2_000);
    expect(news).toEqual([expect.stringMatching(/^still pushing: 1 of 2 layers done after 1\d s$/)]);
    jest.advanceTimersByTime(60_000);
    expect(news).toHaveLength(5);
  });

  it('waits anew after each piece of news', () => {
    const news: string[] = [];
    using watch = watchPush((line) => news.push(line));
    for (const id of ['000000000001', '000000000002', '000000000003']) {
      jest.advanceTimersByTime(14_000);
      watch.line(`${id}: Pushed`);
    }
    expect(news).toHaveLength(3);
  });

  it('is silent once it is done with', () => {
    const news: string[] = [];
    {
      using _watch = watchPush((line) => news.push(line));
    }
    jest.advanceTimersByTime(600_000);
    expect(news).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
