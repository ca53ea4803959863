import { useState, type ReactNode } from 'react';
import {
  Ban,
  Calendar,
  Check,
  ChevronDown,
  CircleDot,
  Ellipsis,
  ListTodo,
  Lock,
  PackageSearch,
  Pencil,
  Printer,
  Search,
  ShoppingCart,
  Truck,
  TriangleAlert,
  User,
} from 'lucide-react';
import {
  Alert,
  Badge,
  Button,
  ButtonGroup,
  Checkbox,
  Chip,
  Field,
  IconButton,
  Kbd,
  Mark,
  Menu,
  MenuItem,
  MenuSeparator,
  Pagination,
  PriceSource,
  QuantityStepper,
  RadioGroup,
  Row,
  Segmented,
  Select,
  Stages,
  Switch,
  Table,
  TabPanel,
  Tabs,
  Td,
  TextInput,
  Th,
  Thumb,
  TierRuler,
  Timeline,
  TrafficLight,
  Avatar,
  Count,
  Meter,
  Combobox,
} from '../src/index';
import { PaletteSpecimen, DialogSpecimen } from './specimens';
import { WhiteLabel } from './white-label';

const SWATCHES = [
  ['canvas', 'text'],
  ['surface', 'text'],
  ['sunken', 'text'],
  ['brand-solid', 'on-brand'],
  ['brand-tint-strong', 'brand-text'],
  ['chrome', 'on-chrome'],
  ['accent', 'on-accent'],
  ['success', 'on-success'],
  ['warning', 'on-warning'],
  ['danger', 'on-danger'],
  ['info', 'on-info'],
  ['mark', 'on-mark'],
] as const;

const LABELS = { group: 'Quantity', less: 'Less', more: 'More', value: 'Quantity', unit: 'Unit' };
const BAG = [
  { code: 'bag', name: 'bag', factor: '1', step: '1', minimum: '1' },
  { code: 'pallet', name: 'pallet', factor: '56', step: '1', minimum: '1' },
];
const CUBIC = [{ code: 'm3', name: 'm³', factor: '1', step: '0.5', minimum: '1' }];
const LENGTH = [
  { code: 'length', name: 'length', factor: '1', step: '10', minimum: '10' },
  { code: 'bundle', name: 'bundle', factor: '90', step: '1', minimum: '1' },
];

function Line({ name, top, children }: { name: string; top?: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={top ? 'rw top' : 'rw'}>
      <span className="lbx">{name}</span>
      <div className="c">{children}</div>
    </div>
  );
}

function Quantity({ units, start, unit }: { units: typeof BAG; start: string; unit: string }): ReactNode {
  const [value, setValue] = useState(start);
  const [code, setCode] = useState(unit);
  return (
    <QuantityStepper
      value={value}
      units={units}
      unit={code}
      onChange={setValue}
      onUnitChange={setCode}
      labels={LABELS}
      snapMessage={(to) => `Set to ${to}, the nearest that is sold`}
    />
  );
}

function Controls({ density, title }: { density: 'roomy' | 'compact'; title: string }): ReactNode {
  const [view, setView] = useState('list');
  const [code, setCode] = useState('concrete');
  const [stock, setStock] = useState(true);
  const [pay, setPay] = useState('account');
  const [live, setLive] = useState(true);
  const [tab, setTab] = useState('lines');
  const [page, setPage] = useState(1);
  return (
    <div className="panel" data-density={density} style={{ padding: 20 }}>
      <div className="row between" style={{ marginBottom: 14 }}>
        <h3>{title}</h3>
        <Badge meaning="outline">data-density="{density}"</Badge>
      </div>
      <Line name="Buttons">
        <Button variant="primary" icon={ShoppingCart}>
          Add to cart
        </Button>
        <Button>Ask for a quote</Button>
        <Button variant="ghost">Clear</Button>
        <Button variant="danger-quiet">Cancel order</Button>
        <IconButton variant="secondary" icon={Ellipsis} label="More" shortcut="M" />
      </Line>
      <Line name="States">
        <Button variant="primary" className="is-hover">
          Hover
        </Button>
        <Button variant="primary" className="is-focus">
          Focus
        </Button>
        <Button variant="primary" busy>
          Saving
        </Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button variant="primary" disabledReason="Choose a delivery day first">
          With a reason
        </Button>
        <Button variant="danger">Delete</Button>
      </Line>
      <Line name="Sizes">
        <Button size="sm">Small</Button>
        <Button>Middle</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <Button asChild>
          <a href="#link">Link</a>
        </Button>
      </Line>
      <Line name="Split">
        <ButtonGroup label="Confirm">
          <Button variant="primary">
            Confirm <Kbd>C</Kbd>
          </Button>
          <Menu
            trigger={
              <Button variant="primary" size="icon" aria-label="More ways">
                <ChevronDown className="i" />
              </Button>
            }
            align="end"
          >
            <MenuItem icon={Check} shortcut="C" onSelect={() => undefined}>
              Confirm
            </MenuItem>
            <MenuItem icon={User} shortcut="A" onSelect={() => undefined}>
              Assign
            </MenuItem>
            <MenuItem icon={Printer} shortcut="P" onSelect={() => undefined}>
              Pick list
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={Ban} danger onSelect={() => undefined}>
              Cancel order
            </MenuItem>
          </Menu>
        </ButtonGroup>
        <Segmented
          aria-label="View"
          value={view}
          onChange={setView}
          items={[
            { value: 'list', label: 'List', icon: ListTodo },
            { value: 'table', label: 'Table' },
            { value: 'map', label: 'Map' },
          ]}
        />
      </Line>
      <Line name="Fields" top>
        <Field label="PO number" hint="Format AF-RL-0000" className="min-w-32 flex-1">
          <TextInput defaultValue="AF-RL-0431" />
        </Field>
        <Field label="Cost code" className="min-w-32 flex-1">
          <Select
            value={code}
            onChange={setCode}
            items={[
              { value: 'concrete', label: '03-210 Concrete' },
              { value: 'rebar', label: '03-220 Rebar', detail: '4' },
              { value: 'timber', label: '06-100 Timber' },
            ]}
          />
        </Field>
        <Field label="Date" error="Closed. Next: 27 Nov" className="min-w-32 flex-1">
          <TextInput defaultValue="26 Nov 2026" suffix={<Calendar className="i" />} />
        </Field>
      </Line>
      <Line name="More fields">
        <TextInput className="is-focus max-w-50" icon={Search} defaultValue="rebar 12" aria-label="Search" />
        <TextInput className="max-w-30" defaultValue="Locked" disabled aria-label="Locked field" />
        <TextInput className="max-w-28" numeric prefix="$" defaultValue="8.45" aria-label="Price" />
      </Line>
      <Line name="Choice">
        <Checkbox checked={stock} onChange={setStock} label="In stock" />
        <Checkbox checked="mixed" onChange={() => undefined} label="Some" />
        <Checkbox checked={false} onChange={() => undefined} label="Off" />
        <RadioGroup
          aria-label="Payment"
          direction="row"
          value={pay}
          onChange={setPay}
          items={[
            { value: 'account', label: 'On account' },
            { value: 'card', label: 'Card' },
          ]}
        />
        <Switch checked={live} onChange={setLive} aria-label="Live" />
        <Switch checked={!live} onChange={(on) => setLive(!on)} aria-label="Paused" />
      </Line>
      <Line name="Quantity">
        <Quantity units={BAG} start="56" unit="bag" />
        <Quantity units={CUBIC} start="6.0" unit="m3" />
        <Quantity units={LENGTH} start="90" unit="length" />
      </Line>
      <Line name="Price source">
        <PriceSource source="company" label="Contract" name="Contract price" onExplain={() => undefined} />
        <PriceSource source="state" label="State · OR" />
        <PriceSource source="national" label="List" />
        <PriceSource source="quote" label="Quote Q-20931" />
        <PriceSource source="company" label="Contract" look="inline" />
      </Line>
      <Line name="Badges">
        <Badge meaning="info" icon={CircleDot}>
          To confirm
        </Badge>
        <Badge meaning="success" icon={Check}>
          Confirmed
        </Badge>
        <Badge meaning="warning" icon={TriangleAlert}>
          Stock short
        </Badge>
        <Badge meaning="danger" icon={Lock}>
          Credit hold
        </Badge>
        <Badge meaning="brand" icon={Truck}>
          On the road
        </Badge>
        <Badge meaning="mark" icon={Pencil}>
          Draft v3
        </Badge>
        <Badge meaning="outline">Archived</Badge>
        <Badge meaning="solid">New</Badge>
      </Line>
      <Line name="Margin">
        <TrafficLight state="ok" stateLabel="above target">
          21.4%
        </TrafficLight>
        <TrafficLight state="near" stateLabel="near the floor">
          12.6%
        </TrafficLight>
        <TrafficLight state="under" stateLabel="under the floor">
          7.9%
        </TrafficLight>
        <span className="subtle small">circle, triangle, square: never colour alone</span>
      </Line>
      <Line name="Tabs">
        <Tabs
          className="grow"
          label="Order"
          value={tab}
          onChange={setTab}
          items={[
            { value: 'lines', label: 'Lines', count: 11 },
            { value: 'deliveries', label: 'Deliveries' },
            { value: 'documents', label: 'Documents', count: 4 },
            { value: 'history', label: 'History' },
          ]}
        >
          {['lines', 'deliveries', 'documents', 'history'].map((value) => (
            <TabPanel key={value} value={value} className="small muted pt-2">
              The {value} of this order.
            </TabPanel>
          ))}
        </Tabs>
      </Line>
      <Line name="Pages">
        <Pagination
          page={page}
          pageCount={34}
          href={(to) => `?page=${to}`}
          onNavigate={setPage}
          labels={{ nav: `Pages, ${density}`, previous: 'Previous', next: 'Next', page: (to) => `Page ${to}` }}
        />
        <Chip name="Branch" onRemove={() => undefined} removeLabel="Remove branch Portland">
          Portland
        </Chip>
        <Chip on>Contract price</Chip>
      </Line>
    </div>
  );
}

const ORDERS = [
  {
    id: '104-2347',
    company: 'Alder & Finch',
    total: '$5,264.88',
    light: 'ok',
    margin: '21.4%',
    badge: (
      <Badge meaning="info" icon={CircleDot}>
        To confirm
      </Badge>
    ),
  },
  {
    id: '104-2346',
    company: 'Brightwater',
    total: '$12,840.15',
    light: 'near',
    margin: '12.6%',
    badge: (
      <Badge meaning="success" icon={Check}>
        Confirmed
      </Badge>
    ),
  },
  {
    id: '104-2344',
    company: 'Hollis Groundworks',
    total: '$31,406.00',
    light: 'under',
    margin: '7.9%',
    badge: (
      <Badge meaning="danger" icon={Lock}>
        Credit hold
      </Badge>
    ),
  },
  {
    id: '104-2342',
    company: 'Maple & Oak',
    total: '$18,210.72',
    light: 'ok',
    margin: '19.0%',
    badge: (
      <Badge meaning="warning" icon={TriangleAlert}>
        Stock short
      </Badge>
    ),
  },
] as const;

function Orders({ density }: { density: 'roomy' | 'compact' }): ReactNode {
  const [ticked, setTicked] = useState<readonly string[]>(['104-2346']);
  const [sort, setSort] = useState<'ascending' | 'descending'>('descending');
  return (
    <div
      data-density={density}
      className="tbl-frame overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={`Orders, ${density}`}
    >
      <Table caption={`Orders, ${density}`} fixedRows={density === 'compact'}>
        <thead>
          <tr>
            <Th style={{ paddingRight: 0, width: 1 }}>
              <Checkbox
                aria-label="All"
                checked={ticked.length === 0 ? false : ticked.length === ORDERS.length || 'mixed'}
                onChange={(on) => setTicked(on ? ORDERS.map((order) => order.id) : [])}
              />
            </Th>
            <Th sort={sort} onSort={() => setSort(sort === 'ascending' ? 'descending' : 'ascending')}>
              Order
            </Th>
            <Th>Company</Th>
            <Th num sort="none" onSort={() => undefined}>
              Total
            </Th>
            <Th num>Margin</Th>
            <Th>Status</Th>
          </tr>
        </thead>
        <tbody>
          {ORDERS.map((order) => (
            <Row key={order.id} selected={ticked.includes(order.id)} current={order.id === '104-2344'}>
              <Td style={{ paddingRight: 0 }}>
                <Checkbox
                  aria-label={`Order ${order.id}`}
                  checked={ticked.includes(order.id)}
                  onChange={(on) => setTicked(on ? [...ticked, order.id] : ticked.filter((id) => id !== order.id))}
                />
              </Td>
              <Td className="strong nowrap">{order.id}</Td>
              <Td>{order.company}</Td>
              <Td num className="strong">
                {order.total}
              </Td>
              <Td num>
                <TrafficLight state={order.light} stateLabel="margin">
                  {order.margin}
                </TrafficLight>
              </Td>
              <Td>{order.badge}</Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const STOCK = [
  ['Portland', '1,140', 1],
  ['Salem', '420', 0.37],
  ['Vancouver', '260', 0.23],
  ['Eugene', '88', 0.08],
] as const;

/** The sheet of the reference: one set, two densities. */
export function ComponentsPage(): ReactNode {
  const [branch, setBranch] = useState<string | null>('portland');
  return (
    <>
      <div className="row g5">
        <span style={{ width: 44 }}>
          <Mark />
        </span>
        <div>
          <h1 style={{ fontSize: '1.75rem' }}>Components</h1>
          <span className="muted">One set, two densities, from the same tokens.</span>
        </div>
      </div>
      <section className="sec">
        <h2>Colour by meaning</h2>
        <div className="sw">
          {SWATCHES.map(([ground, ink]) => (
            <div key={ground} style={{ background: `var(--${ground})`, color: `var(--${ink})` }}>
              {ground}
            </div>
          ))}
        </div>
      </section>
      <section className="sec duo">
        <Controls density="roomy" title="Roomy, storefront: 40 px controls, 48 with gloves" />
        <Controls density="compact" title="Compact, backoffice: 30 px controls, 34 px rows" />
      </section>
      <section className="sec">
        <h2>
          Tables{' '}
          <small>
            sort, mixed select, selected row, current row (bar and tint), hover, right-aligned tabular figures
          </small>
        </h2>
        <div className="duo">
          <Orders density="roomy" />
          <Orders density="compact" />
        </div>
      </section>
      <section className="sec tri">
        <div>
          <h2>Type</h2>
          <div className="panel ty" style={{ padding: 20 }}>
            <div>
              <small>Display 32/40</small>
              <span className="role-display">Price tables</span>
            </div>
            <div>
              <small>Title 24/30</small>
              <span className="role-title">Cart for Riverside</span>
            </div>
            <div>
              <small>Heading 18/24</small>
              <span className="role-heading">Stock and delivery</span>
            </div>
            <div>
              <small>Figure 18/22</small>
              <span className="role-figure">$1,188.00</span>
            </div>
            <div>
              <small>Subhead 15/20</small>
              <span className="role-subhead">Quantity prices</span>
            </div>
            <div>
              <small>Body 15/22</small>
              <span className="role-body">Rebar B500B, Ø 12 mm</span>
            </div>
            <div>
              <small>Small 13/18</small>
              <span className="role-small">Order by 14:00</span>
            </div>
            <div>
              <small>Micro 12/16</small>
              <span className="role-micro">SKU 0O 1Il B8 5S</span>
            </div>
          </div>
        </div>
        <DialogSpecimen>
          <div className="row g5 wrap" style={{ marginTop: 16 }}>
            <span className="tip">Copy SKU</span>
            <Kbd>Ctrl K</Kbd>
            <Count>27</Count>
            <Avatar name="Maya Ortiz" />
            <Avatar name="Rosa Benítez" />
            <Avatar name="Lena Kim" />
          </div>
        </DialogSpecimen>
        <PaletteSpecimen />
      </section>
      <section className="sec tri">
        <div>
          <h2>Alerts</h2>
          <div className="col g4">
            <Alert meaning="info" title="Needs approval by Daniel Reyes" />
            <Alert meaning="success" title="Order 104-2347 is placed" />
            <Alert meaning="warning" title="Short by 28 bags at Salem" />
            <Alert meaning="danger" title="$6,240 over your credit limit" />
            <Alert meaning="mark" title="1 price changed: +$36.00" />
          </div>
        </div>
        <div>
          <h2>Stages, ruler, timeline</h2>
          <div className="panel" style={{ padding: 20 }}>
            <Stages
              label="Revision"
              items={[
                { id: 'draft', label: 'Draft', state: 'done', stateLabel: 'done' },
                { id: 'review', label: 'Review', state: 'now', stateLabel: 'now' },
                { id: 'live', label: 'Live', state: 'todo', stateLabel: 'to come' },
              ]}
            />
            <TierRuler
              className="mt-4"
              label="45 lengths: the tier from 44"
              quantity="48"
              stops={[
                { minimum: '1', label: '1' },
                { minimum: '44', label: '44' },
                { minimum: '176', label: '176' },
              ]}
            />
            <div style={{ marginTop: 22 }}>
              <Timeline
                label="History"
                items={[
                  { id: '3', title: 'Drop 2 left Portland', detail: 'Today, 08:41', state: 'now' },
                  {
                    id: '2',
                    title: '20 bends back-ordered',
                    detail: 'Due Thu 3 Dec',
                    state: 'bad',
                    stateLabel: 'problem',
                  },
                  { id: '1', title: 'Placed', detail: 'Thu 12 Nov, 14:11', state: 'done' },
                ]}
              />
            </div>
          </div>
        </div>
        <div>
          <h2>Menu and popover</h2>
          <div className="row g5 wrap" style={{ alignItems: 'flex-start' }}>
            <div data-density="compact">
              <Menu trigger={<Button icon={PackageSearch}>Order actions</Button>}>
                <MenuItem icon={Check} shortcut="C" onSelect={() => undefined}>
                  Confirm
                </MenuItem>
                <MenuItem icon={Ban} danger onSelect={() => undefined}>
                  Cancel order
                </MenuItem>
              </Menu>
            </div>
            <div className="pop" data-density="compact" style={{ padding: 12, width: 180 }}>
              <b>Stock by branch</b>
              {STOCK.map(([name, figure, share]) => (
                <div key={name} style={{ marginTop: 7 }}>
                  <div className="row between">
                    <span className="muted">{name}</span>
                    <b>{figure}</b>
                  </div>
                  <Meter parts={[{ share }]} label={`${figure} at ${name}`} className="mt-1" />
                </div>
              ))}
            </div>
          </div>
          <div data-density="compact" style={{ marginTop: 14, width: 262 }}>
            <Combobox
              aria-label="Branch"
              value={branch}
              onChange={setBranch}
              labels={{ list: 'Branches', empty: 'No branch of that name', results: (count) => `${count} branches` }}
              items={STOCK.map(([name, figure]) => ({
                value: name.toLowerCase(),
                label: `${name} branch`,
                detail: figure,
              }))}
            />
          </div>
          <div className="row g4 wrap" style={{ marginTop: 16 }}>
            {['bag', 'rebar', 'osb', 'pipe', 'sand', 'screw'].map((name) => (
              <Thumb key={name} drawing={name} />
            ))}
          </div>
        </div>
      </section>
      <section className="sec">
        <h2>
          White label{' '}
          <small>
            a tenant sets one colour and a logo; the ink on the brand, links, tints and chrome are derived and stay AA
          </small>
        </h2>
        <WhiteLabel />
      </section>
    </>
  );
}
