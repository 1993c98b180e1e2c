import { once } from 'node:events';
import { connect } from 'node:tls';

/** certificateOf fetches the certificate that a server shows, in PEM form. */
export async function certificateOf(host: string): Promise<string> {
  const { hostname, port } = new URL(`tcp://${host}`);
  // Nothing is sent there; the certificate is what is asked for.
  const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const base64 = socket.getPeerCertificate().raw.toString('base64');
  socket.destroy();
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
}
