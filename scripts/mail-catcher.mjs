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
