import { createServer } from 'node:http';
import { freePort } from './ports.mjs';

/** An SMTP server that keeps what it is sent, newest first, and delivers nothing. */
export async function startMailCatcher({ port } = {}) {
  const { SMTPServer } = await import('smtp-server');
  const { default: PostalMime } = await import('postal-mime');
  const messages = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          messages.unshift({
            id: mail.messageId,
            at: new Date().toISOString(),
            from: mail.from?.address,
            to: mail.to?.map(({ address }) => address) ?? [],
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
          });
          messages.splice(500);
          done();
        }, done);
      });
    },
  });
  const chosenPort = port ?? (await freePort());
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(chosenPort, '127.0.0.1', resolve);
  });
  server.on('error', () => {});
  return {
    messages,
    environment: { SMTP_URL: `smtp://127.0.0.1:${chosenPort}` },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Caught mail as JSON over HTTP, for other processes: the API, which shows it at /dev/mail, and tests. */
export async function startMailbox(messages) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(messages));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
