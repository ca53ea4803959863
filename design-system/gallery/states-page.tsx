import type { ReactNode } from 'react';
import {
  Calendar,
  Check,
  ClockAlert,
  CreditCard,
  History,
  Lock,
  Phone,
  Split,
  WalletCards,
  WifiOff,
  Zap,
} from 'lucide-react';
import {
  Alert,
  Button,
  EmptyState,
  ErrorState,
  Field,
  PasswordInput,
  ProgressBar,
  Skeleton,
  SkeletonRows,
  Table,
  Td,
  TextInput,
  Th,
  Thumb,
  TrafficLight,
  Row,
  RadioGroup,
} from '../src/index';

function Figure({ caption, children }: { caption: string; children: ReactNode }): ReactNode {
  return (
    <figure>
      {children}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** Loading, empty and error, with the words of the reference. */
export function StatesPage(): ReactNode {
  return (
    <>
      <div className="row g6 wrap">
        <h1 style={{ fontSize: '1.75rem' }}>States</h1>
        <span className="muted">Empty, loading and error. Storefront pieces are roomy, backoffice pieces compact.</span>
      </div>
      <section className="sec">
        <h2>Loading</h2>
        <p>
          Nothing for the first 150 ms. Then skeletons in the grid of the real rows, headers and filters already real.
        </p>
        <div className="tri">
          <Figure caption="Product list. Header and filters are live, rows hold their height.">
            <div className="frame" aria-busy="true">
              <SkeletonRows
                rows={3}
                columns={[
                  { width: '44px', height: 44 },
                  { width: '1fr', lines: 2 },
                  { width: '90px', height: 18 },
                  { width: '120px', height: 40 },
                ]}
              />
            </div>
          </Figure>
          <Figure caption="Orders queue. Same columns, row height 34.">
            <div className="frame" data-density="compact" aria-busy="true">
              <SkeletonRows rows={6} columns={['64px', '1fr', '70px', '90px']} />
            </div>
          </Figure>
          <Figure caption="A price on its way, an Add in flight, a long job with its count.">
            <div className="frame">
              <div className="row g5" style={{ padding: '12px 16px' }}>
                <Thumb drawing="rebar" />
                <span className="grow">
                  <b>Rebar B500B, Ø 12 mm</b>
                  <br />
                  <span className="small muted">RBR-B500-12</span>
                </span>
                <Skeleton width={60} height={18} />
                <Button variant="primary" busy>
                  Add 90
                </Button>
              </div>
              <div className="row g4 inline-line">
                <span className="spin muted" />
                <span className="grow">Reading 214 lines, 96 done</span>
                <ProgressBar className="w-30" value={96} max={214} label="96 of 214 lines" />
              </div>
            </div>
          </Figure>
        </div>
      </section>
      <section className="sec">
        <h2>Empty</h2>
        <p>
          Say what is empty, why, and the one next step. A drawing only where the whole page is empty, never in a panel.
        </p>
        <div className="tri">
          <Figure caption="No results, filters are the cause.">
            <div className="frame">
              <EmptyState
                level={3}
                drawing="gravel"
                title="No “20 mm PVC” in stock at Portland"
                text="36 match without the stock filter, 22 of them at Salem, one day later."
                action={
                  <>
                    <Button variant="primary">Show all 36</Button>
                    <Button>Clear filters</Button>
                  </>
                }
              />
            </div>
          </Figure>
          <Figure caption="Empty cart, for someone who buys the same things every week.">
            <div className="frame">
              <EmptyState
                level={3}
                drawing="bag"
                title="The cart for Riverside Lofts is empty"
                text="Start from what this job usually takes."
              />
              <div className="row g4 inline-line">
                <History className="i" />
                <span className="grow">
                  <b>Order 104-2318</b> <span className="muted">6 lines, 12 Nov</span>
                </span>
                <Button size="sm">Order again</Button>
              </div>
              <div className="row g4 inline-line">
                <Zap className="i" />
                <span className="grow">
                  <b>Quick order</b> <span className="muted">paste a list</span>
                </span>
                <Button size="sm">Open</Button>
              </div>
            </div>
          </Figure>
          <div className="col" style={{ gap: 20 }}>
            <Figure caption="Queue done. Calm, no drawing.">
              <div className="frame" data-density="compact">
                <EmptyState
                  level={3}
                  icon={Check}
                  title="Nothing needs you"
                  text="5 orders are with buyers or the branch. The next delivery cut-off is 14:00."
                />
              </div>
            </Figure>
            <Figure caption="Not allowed. Names the role and who can help.">
              <div className="frame" data-density="compact">
                <EmptyState
                  level={3}
                  icon={Lock}
                  title="Sales reps do not see cost and margin"
                  text="Ask Rosa Benítez or Tom Aldana, admins."
                  action={<Button size="sm">Ask for access</Button>}
                />
              </div>
            </Figure>
          </div>
        </div>
      </section>
      <section className="sec">
        <h2>Errors and conflicts</h2>
        <p>
          What happened, what is safe, what to do. Next to the thing that failed. Nothing the person typed is lost. A
          reference code last, small.
        </p>
        <div className="tri">
          <Figure caption="The list failed. Filters stay, the old page stays reachable.">
            <div className="frame">
              <ErrorState
                level={3}
                title="Orders did not load"
                text="Our server took too long to answer. Your filters are kept."
                retryLabel="Try again"
                onRetry={() => undefined}
                action={<Button>Show page from 10:41</Button>}
                reference="Reference req_8F3K2"
              />
            </div>
          </Figure>
          <div className="col" style={{ gap: 20 }}>
            <Figure caption="Optimistic add was refused. The row steps back and says why.">
              <div className="frame" style={{ background: 'var(--danger-tint)' }}>
                <div className="row g5" style={{ padding: '12px 16px' }}>
                  <Thumb drawing="mesh" />
                  <span className="grow">
                    <b>Welded mesh A252, Ø 8 mm</b>
                    <br />
                    <span className="small c-danger strong">Only 14 left, you asked for 20</span>
                  </span>
                  <Button>Take 14</Button>
                </div>
              </div>
            </Figure>
            <Figure caption="Offline on site. The cart keeps working.">
              <Alert meaning="warning" icon={WifiOff} title="No signal. 3 lines wait on this phone.">
                Prices are from 07:55. We check them again and show any change before anything is sent.
              </Alert>
            </Figure>
            <Figure caption="Part of the page is old.">
              <Alert
                meaning="info"
                icon={ClockAlert}
                title="Stock read at 09:40"
                action={
                  <a className="link small" href="#refresh">
                    Refresh
                  </a>
                }
              >
                Salem’s system is not answering. Orders still reserve safely.
              </Alert>
            </Figure>
          </div>
          <Figure caption="Two people, one quote. Nothing is overwritten.">
            <div className="dialog" data-density="compact">
              <h2>Ines saved this quote while you worked</h2>
              <p className="muted">You both changed line 3. The other 3 of your changes are already merged.</p>
              <div className="tbl-frame">
                <Table caption="Two versions of line 3">
                  <thead>
                    <tr>
                      <Th>Rebar Ø 12 mm</Th>
                      <Th num>Price</Th>
                      <Th num>Margin</Th>
                    </tr>
                  </thead>
                  <tbody>
                    <Row>
                      <Td>Ines, 10:58</Td>
                      <Td num>$8.80</Td>
                      <Td num>
                        <TrafficLight state="near" stateLabel="near the floor">
                          10.0%
                        </TrafficLight>
                      </Td>
                    </Row>
                    <Row selected>
                      <Td className="strong">Yours</Td>
                      <Td num className="strong">
                        $8.45
                      </Td>
                      <Td num>
                        <TrafficLight state="under" stateLabel="under the floor">
                          6.3%
                        </TrafficLight>
                      </Td>
                    </Row>
                  </tbody>
                </Table>
              </div>
              <RadioGroup
                aria-label="Which to keep"
                direction="row"
                value="yours"
                onChange={() => undefined}
                items={[
                  { value: 'ines', label: 'Ines' },
                  { value: 'yours', label: 'Yours' },
                ]}
              />
              <div className="dialog-foot">
                <Button variant="ghost">Open both</Button>
                <Button variant="primary">Keep mine</Button>
              </div>
            </div>
          </Figure>
        </div>
        <div className="tri" style={{ marginTop: 20 }}>
          <Figure caption="Form errors. Summary takes focus, links to fields; each field says how to fix.">
            <div className="frame col g5" style={{ padding: 16 }}>
              <Alert meaning="danger" title="2 fields need a change">
                <a className="link" href="#po">
                  PO number
                </a>
                ,{' '}
                <a className="link" href="#day">
                  Delivery date
                </a>
              </Alert>
              <Field id="po" label="PO number" error="Use AF-RL-0000, for example AF-RL-0431">
                <TextInput defaultValue="RL 0431" />
              </Field>
              <Field id="day" label="Delivery date" error="Closed for Thanksgiving. Next: Fri 27 Nov">
                <TextInput defaultValue="Thu 26 Nov 2026" suffix={<Calendar className="i" />} />
              </Field>
            </div>
          </Figure>
          <Figure caption="Session ended. The page stays, dimmed, behind this dialog.">
            <div className="dialog">
              <h2>Sign in again to continue</h2>
              <p className="muted">You were away for 12 hours. Your cart and this form are kept.</p>
              <Field label="Password for maya@alderfinch.com">
                <PasswordInput
                  icon={Lock}
                  defaultValue="secret-enough"
                  showLabel="Show password"
                  hideLabel="Hide password"
                />
              </Field>
              <div className="dialog-foot">
                <Button variant="ghost">Not Maya?</Button>
                <Button variant="primary">Sign in</Button>
              </div>
            </div>
          </Figure>
          <Figure caption="Order blocked by credit. Says the gap and three ways out.">
            <div className="frame col g5" style={{ padding: 16 }}>
              <Alert meaning="danger" icon={WalletCards} title="$6,240 over your credit limit">
                Limit $80,000, owed $42,910, open orders $11,924, this order $31,406.
              </Alert>
              <Button block className="justify-start text-left" icon={CreditCard}>
                Pay $6,240 now by card
              </Button>
              <Button block className="justify-start text-left" icon={Split}>
                Send part now, $25,166
              </Button>
              <Button block className="justify-start text-left" icon={Phone}>
                Ask finance to release, answer in about 1 h
              </Button>
            </div>
          </Figure>
        </div>
      </section>
    </>
  );
}
