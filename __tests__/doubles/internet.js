/**
 * Loaded into a step with `--import`: every host that is not this machine is at one port of it, which TEST_INTERNET
 * names. Names, certificates and requests stay what they are; only where the bytes go is another place.
 */
import { isIP } from 'node:net';
import tls from 'node:tls';

const { connect } = tls;
const port = Number(process.env.TEST_INTERNET);

tls.connect = (options, ...rest) => {
  const isHere = options.host === 'localhost' || isIP(options.host ?? '') !== 0;
  const way = isHere ? {} : { host: '127.0.0.1', port, servername: options.servername || options.host };
  return connect({ ...options, ...way }, ...rest);
};
