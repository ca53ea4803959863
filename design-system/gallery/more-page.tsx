import { useState, type ReactNode } from 'react';
import { Download } from 'lucide-react';
import {
  Avatar,
  Badge,
  Button,
  Chip,
  Combobox,
  Crumbs,
  DescriptionList,
  Dialog,
  Drawer,
  Field,
  FileDrop,
  FileRow,
  FilterToken,
  IconButton,
  KeyBar,
  Logo,
  Meter,
  Panel,
  Popover,
  Price,
  PriceSource,
  ProgressBar,
  Sheet,
  Skeleton,
  StockStatus,
  TextArea,
  TierPopover,
  TierRuler,
  TierTable,
  Tooltip,
  ViewTabs,
  useHotkeys,
  useToast,
} from '../src/index';

const COLUMNS = ['Quantity', 'Per length', 'Per metre', 'Against list'];
const ROWS = [
  { id: '1', cells: ['1–89', '$9.85', '$0.821', '−12%'] },
  {
    id: '90',
    cells: [
      <>
        90–269 <span className="muted font-normal">· 1 bundle</span>
      </>,
      '$9.30',
      '$0.775',
      '−17%',
    ],
    current: true,
  },
  {
    id: '270',
    cells: [
      <>
        270–899 <span className="muted">· 3 bundles</span>
      </>,
      '$8.95',
      '$0.746',
      '−20%',
    ],
  },
  {
    id: '900',
    cells: [
      <>
        900+ <span className="muted">· 10 bundles</span>
      </>,
      '$8.60',
      '$0.717',
      '−23%',
    ],
  },
];
const SITES = Array.from({ length: 60 }, (_, index) => ({
  value: `site${index}`,
  label: `Job site ${index + 1}`,
  detail: index % 3 === 0 ? 'TX' : 'OR',
}));

/** What the reference sheet does not draw. */
export function MorePage(): ReactNode {
  const [dialog, setDialog] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [tiers, setTiers] = useState(false);
  const [site, setSite] = useState<string | null>(null);
  const [remote, setRemote] = useState<string | null>(null);
  const [text, setText] = useState('');
  const toast = useToast();
  useHotkeys({ t: () => setTiers(!tiers) });
  const panel = {
    title: 'Order 104-2347',
    description: 'Alder & Finch, placed today',
    closeLabel: 'Close',
    footer: (
      <>
        <Button variant="primary">Confirm</Button>
        <Button>Split</Button>
      </>
    ),
  };
  return (
    <>
      <Crumbs
        label="Breadcrumbs"
        items={[
          { label: 'All products', href: '#all' },
          { label: 'Structure & groundworks', href: '#structure' },
          { label: 'Rebar' },
        ]}
      />
      <h1>More pieces</h1>
      <section className="sec tri">
        <Panel
          title="Price and stock"
          actions={<Badge meaning="brand">Contract C-1182</Badge>}
          footer={<span className="small muted">Prices before tax</span>}
        >
          <div className="col g6" style={{ alignItems: 'flex-start' }}>
            <Price
              amount="$9.30"
              unit="length"
              name="$9.30 per length"
              list="$11.20"
              listLabel="List price"
              align="start"
            >
              <PriceSource
                source="company"
                label="Contract"
                name="Contract price"
                onExplain={() => toast.show({ message: 'Opens the explanation' })}
              />
            </Price>
            <Price amount="$837.00" size="lg" align="start" />
            <TierPopover
              label="270+ $8.95"
              title="Quantity prices"
              caption="Quantity prices per length"
              columns={COLUMNS}
              rows={ROWS}
              open={tiers}
              onOpenChange={setTiers}
              source={
                <span className="row g3 small muted">
                  <PriceSource source="company" label="Contract" /> C-1182, line 14
                </span>
              }
              footer={
                <>
                  <span>
                    Add <b>180 more</b> to pay $8.95: 270 cost $2,416.50
                  </span>
                  <Button size="sm">Set 270</Button>
                </>
              }
            />
            <TierRuler
              className="w-full"
              label="90 lengths, the tier from 90"
              quantity="120"
              stops={[
                { minimum: '1', label: '1 $9.85' },
                { minimum: '90', label: '90 $9.30' },
                { minimum: '270', label: '270 $8.95' },
              ]}
            />
            <StockStatus state="in_stock" detail="+1,540 elsewhere">
              <b>2,310</b> lengths
            </StockStatus>
            <StockStatus state="low">
              <b>14</b> left
            </StockStatus>
            <StockStatus state="out" detail="Due Fri 27 Nov">
              <b>None today</b>
            </StockStatus>
            <StockStatus state="backorder" detail="6–8 working days">
              Made to order
            </StockStatus>
          </div>
        </Panel>
        <Panel title="Tier table" flush>
          <div className="p-panel">
            <TierTable caption="Quantity prices" columns={COLUMNS} rows={ROWS} />
          </div>
        </Panel>
        <Panel title="Facts">
          <DescriptionList
            items={[
              { name: 'Deliver', value: 'Mon 23 Nov, 13–16' },
              { name: 'Offload', value: 'Crane, reach 9 m' },
              {
                name: 'Placed by',
                value: (
                  <span className="row">
                    <Avatar name="Maya Ortiz" /> Maya Ortiz
                  </span>
                ),
              },
            ]}
          />
          <div className="mt-4 row between">
            <span className="small muted">Credit available</span>
            <b>$41,280</b>
          </div>
          <Meter
            label="$41,280 of $80,000 available"
            parts={[{ share: 0.42 }, { share: 0.12, look: 'hatched' }, { share: 0.08, look: 'danger' }]}
          />
          <ProgressBar className="mt-4" value={null} label="Importing" />
        </Panel>
      </section>
      <section className="sec tri">
        <Panel title="Overlays">
          <div className="row wrap">
            <Button onClick={() => setDialog(true)}>Dialog</Button>
            <Button onClick={() => setDrawer(true)}>Drawer</Button>
            <Button onClick={() => setSheet(true)}>Sheet</Button>
            <Popover label="Stock" trigger={<Button>Popover</Button>}>
              <b>Stock by branch</b>
              <p className="muted">Portland 1,140</p>
            </Popover>
            <Tooltip text="Copy SKU" shortcut="Y">
              <Button>Tooltip</Button>
            </Tooltip>
            <IconButton label="Download" icon={Download} />
            <Button
              onClick={() => toast.show({ message: 'Line removed', undo: { label: 'Undo', onUndo: () => undefined } })}
            >
              Toast
            </Button>
          </div>
          <Dialog
            open={dialog}
            onOpenChange={setDialog}
            title="New job site"
            description="Deliveries and state prices follow it."
            closeLabel="Close"
            footer={
              <>
                <Button onClick={() => setDialog(false)}>Keep as it is</Button>
                <Button variant="primary" onClick={() => setDialog(false)}>
                  Add job site
                </Button>
              </>
            }
          >
            <Field label="Note" hint="For the driver">
              <TextArea defaultValue="Gate code 4411" />
            </Field>
          </Dialog>
          <Drawer {...panel} open={drawer} onOpenChange={setDrawer}>
            <Skeleton width="60%" />
          </Drawer>
          <Sheet {...panel} open={sheet} onOpenChange={setSheet}>
            <Skeleton width="60%" />
          </Sheet>
        </Panel>
        <Panel title="Search in a list">
          <div className="col g5">
            <Field label="Job site">
              <Combobox
                items={SITES}
                value={site}
                onChange={setSite}
                placeholder="Any job site"
                labels={{
                  list: 'Job sites',
                  empty: 'No job site of that name',
                  clear: 'Clear job site',
                  results: (count) => `${count} job sites`,
                }}
              />
            </Field>
            <Field label="Company" hint="Asks the server">
              <Combobox
                items={text.length < 2 ? [] : SITES.filter((each) => each.label.includes(text)).slice(0, 8)}
                value={remote}
                onChange={setRemote}
                onSearch={setText}
                loading={text.length === 1}
                labels={{ list: 'Companies', empty: 'Type two letters', loading: 'Searching' }}
              />
            </Field>
          </div>
        </Panel>
        <Panel title="Files">
          <div className="col g4">
            <FileRow name="Declaration of performance.pdf" detail="PDF, 214 kB" href="#dop">
              <IconButton size="sm" label="Download" icon={Download} />
            </FileRow>
            <FileDrop
              label="Drop a CSV or choose a file"
              hint="Up to 50,000 lines"
              accept=".csv"
              onFiles={() => undefined}
            />
          </div>
        </Panel>
      </section>
      <section className="sec">
        <ViewTabs
          label="Views"
          items={[
            { href: '#open', label: 'Open', count: 27, current: true },
            { href: '#confirm', label: 'To confirm', count: 5 },
            { href: '#hold', label: 'On hold', count: 2 },
          ]}
        />
        <div className="row wrap mt-4">
          <FilterToken
            name="Status"
            operator="is"
            value="open"
            removeLabel="Remove status"
            onRemove={() => undefined}
          />
          <FilterToken
            name="Branch"
            operator="is any of"
            value="Portland, Salem"
            onEdit={() => undefined}
            removeLabel="Remove branch"
            onRemove={() => undefined}
          />
          <Chip name="Bought by us" onRemove={() => undefined} removeLabel="Remove">
            in the last 12 months
          </Chip>
          <Logo name="Tradeyard" />
        </div>
      </section>
      <section className="sec frame">
        <KeyBar
          label="Shortcuts"
          items={[
            { keys: ['J', 'K'], text: 'Move' },
            { keys: ['T'], text: 'Tiers' },
            { keys: ['/'], text: 'Search' },
          ]}
          end="Live, updated 4 s ago"
        />
      </section>
    </>
  );
}
