/** Somebody of the staff who calls the API; what is refused is an error with the answer in it. */
export class FeedClient {
  constructor(url, headers) {
    this.url = `${url}/api/v1`;
    this.headers = headers;
  }

  static async signIn(url, tenant, email, password) {
    const client = new FeedClient(url, { 'x-tenant': tenant });
    const { accessToken } = await client.post('/auth/login', { email, password });
    return new FeedClient(url, { 'x-tenant': tenant, authorization: `Bearer ${accessToken}` });
  }

  get(path) {
    return this.send('GET', path);
  }

  post(path, body) {
    return this.send('POST', path, JSON.stringify(body), 'application/json');
  }

  /** Hands a file in and waits until it was worked through. */
  async import(kind, csv, query = '') {
    const { id } = await this.send('POST', `/backoffice/imports/${kind}${query}`, csv, 'text/csv');
    for (;;) {
      const found = await this.get(`/backoffice/imports/${id}`);
      if (found.status === 'done') return found;
      if (found.status === 'failed') throw new Error(`the import failed: ${JSON.stringify(found.failure)}`);
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }

  async send(method, path, body, type) {
    const headers = { ...this.headers, ...(type && { 'content-type': type }) };
    const answer = await fetch(`${this.url}${path}`, { method, headers, body });
    const { data, error } = await answer.json();
    if (error) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(error).slice(0, 600)}`);
    return data;
  }
}
