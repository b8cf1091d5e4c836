// Listening: the port, the address and the end of it.

import { connect } from 'node:net';
import { expect } from 'chai';
import { isLoopback, ServeError, serve } from '../../server/index.ts';
import { rejection } from '../store/reading.ts';

const hello = (_request: unknown, response: { end: (text: string) => void }) => {
  response.end('hello');
};

describe('serve', () => {
  it('gives the address it has', async () => {
    const server = await serve({ app: hello, port: 0 });
    expect(server.url).to.equal(`http://127.0.0.1:${server.port}`);
    expect(await (await fetch(server.url)).text()).to.equal('hello');
    await server.close();
    const gone = await fetch(server.url).catch((error: unknown) => error);
    expect(gone).to.be.instanceOf(TypeError);
  });

  it('takes the next port where it may', async () => {
    const first = await serve({ app: hello, port: 0 });
    const second = await serve({ app: hello, port: first.port, fallback: true });
    expect(second.port).to.be.greaterThan(first.port);
    expect(await (await fetch(second.url)).text()).to.equal('hello');
    await Promise.all([first.close(), second.close()]);
  });

  it('says that the port is taken where it may not', async () => {
    const first = await serve({ app: hello, port: 0 });
    const error = await rejection(serve({ app: hello, port: first.port }), ServeError);
    expect(error.message).to.equal(
      `Port ${first.port} is taken. Stop the program that has it, or choose another with --port.`,
    );
    await first.close();
  });

  it('says that the address is not of this machine', async () => {
    const options = { app: hello, port: 0, host: '203.0.113.7' };
    expect((await rejection(serve(options), ServeError)).message).to.include('203.0.113.7');
  });

  it('finishes the answers under way when it is closed', async () => {
    const server = await serve({
      app: (_request, response) => {
        setTimeout(() => response.end('late'), 200);
      },
      port: 0,
    });
    const answer = fetch(server.url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = Date.now();
    const [text] = await Promise.all([answer.then((late) => late.text()), server.close()]);
    expect(text).to.equal('late');
    expect(Date.now() - closed).to.be.lessThan(1500);
  });

  it('ends requests that come a letter at a time, while others are answered', async () => {
    const server = await serve({ app: hello, port: 0, patience: 300 });
    const slow = Array.from({ length: 20 }, () => connect(server.port, '127.0.0.1'));
    const answers = slow.map(async (socket) => {
      const letters = [...`GET / HTTP/1.1\r\nHost: a\r\n${'X-A: b\r\n'.repeat(1000)}`];
      const drip = setInterval(() => socket.write(letters.shift() ?? 'x'), 20);
      socket.on('error', () => {});
      let text = '';
      for await (const chunk of socket) text += chunk;
      clearInterval(drip);
      return text;
    });
    expect(await (await fetch(server.url)).text()).to.equal('hello');
    for (const text of await Promise.all(answers)) {
      expect(text).to.match(/^HTTP\/1\.1 408 /);
    }
    await server.close();
  });

  const hosts: [string, boolean][] = [
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.2', false],
    ['127.0.0.1.example.org', false],
  ];
  for (const [host, expected] of hosts) {
    it(`${host} is ${expected ? '' : 'not '}loopback`, () => {
      expect(isLoopback(host)).to.equal(expected);
    });
  }
});
