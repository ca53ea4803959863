export { Button, ButtonGroup, IconButton, type ButtonProps, type IconButtonProps } from './controls/button';
export { Field, useFieldControl, useFieldGroup, type FieldProps } from './controls/field';
export {
  PasswordInput,
  TextArea,
  TextInput,
  type PasswordInputProps,
  type TextInputProps,
} from './controls/text-input';
export { Select, type SelectItem, type SelectProps } from './controls/select';
export { Combobox, type ComboboxItem, type ComboboxProps } from './controls/combobox';
export {
  Checkbox,
  RadioGroup,
  Segmented,
  Switch,
  type CheckboxProps,
  type ChoiceItem,
  type RadioGroupProps,
  type SwitchProps,
} from './controls/choice';
export { QuantityStepper, type QuantityStepperProps } from './controls/quantity-stepper';

export { Badge, Count, type BadgeProps, type Meaning } from './display/badge';
export {
  Price,
  PriceSource,
  Rung,
  type PriceProps,
  type PriceSourceName,
  type PriceSourceProps,
} from './display/price';
export { StockDot, StockStatus, type StockState, type StockStatusProps } from './display/stock';
export {
  TierPopover,
  TierRuler,
  TierTable,
  type TierPopoverProps,
  type TierRow,
  type TierRulerProps,
  type TierTableProps,
} from './display/tiers';
export { Alert, type AlertProps } from './display/alert';
export { Drawing, Thumb, type DrawingProps, type ThumbProps } from './display/drawing';
export { drawingNames, isDrawingName, type DrawingName } from './display/drawing-names';
export {
  EmptyState,
  ErrorState,
  Skeleton,
  SkeletonRows,
  type EmptyStateProps,
  type ErrorStateProps,
  type SkeletonColumn,
} from './display/page-state';
export { FileDrop, FileRow, type FileDropProps, type FileRowProps } from './display/files';
export { Kbd, KeyBar, type KeyBarItem } from './display/kbd';
export {
  Avatar,
  Chip,
  Crumbs,
  DescriptionList,
  FilterToken,
  LiveRegion,
  Logo,
  Mark,
  Panel,
  SkipLink,
  VisuallyHidden,
  type ChipProps,
  type CrumbsProps,
  type FilterTokenProps,
  type PanelProps,
} from './display/pieces';

export {
  ConfirmDialog,
  Dialog,
  Drawer,
  Sheet,
  type ConfirmDialogProps,
  type DialogProps,
  type DrawerProps,
  type SheetProps,
} from './overlays/dialog';
export {
  Menu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  type MenuItemProps,
  type MenuProps,
} from './overlays/menu';
export { Popover, type PopoverProps } from './overlays/popover';
export { Tooltip, type TooltipProps } from './overlays/tooltip';
export { ToastProvider, useToast, type ToastMessage } from './overlays/toast';
export {
  CommandPalette,
  type CommandGroup,
  type CommandItem,
  type CommandPaletteProps,
} from './overlays/command-palette';

export { Row, Table, TableScroll, Td, Th, type TableProps, type ThProps } from './data/table';
export { TabPanel, Tabs, ViewTabs, isPlainClick, type TabItem, type TabsProps, type ViewTabsProps } from './data/tabs';
export { Pagination, type PaginationProps } from './data/pagination';
export {
  Meter,
  ProgressBar,
  Stages,
  Timeline,
  TrafficLight,
  type MeterPart,
  type Stage,
  type TimelineEntry,
} from './data/progress';

export {
  applyBrand,
  applyDensity,
  applyTheme,
  rememberedDensity,
  rememberedTheme,
  type Density,
  type Theme,
} from './brand';
export { brandColours, contrast, type BrandToken } from './brand-colours';
export { formatQuantity, moveQuantity, parseQuantity, snapQuantity, stepsPerPack, type QuantityUnit } from './quantity';
export { letterKeysEnabled, setLetterKeysEnabled, useHotkeys, type Hotkeys } from './use-hotkeys';
export { classNames } from './class-names';
export type { IconType } from './icon';
