ALTER TABLE "pricing"."price_table" ADD COLUMN     "reminded_at" TIMESTAMPTZ,
ADD COLUMN     "valid_from" TIMESTAMPTZ NOT NULL DEFAULT '-infinity',
ADD COLUMN     "valid_to" TIMESTAMPTZ NOT NULL DEFAULT 'infinity';

ALTER TABLE "platform"."import" ADD COLUMN     "target_id" UUID;

ALTER TABLE "pricing"."revision" ADD COLUMN     "override_by" UUID,
ADD COLUMN     "override_by_name" TEXT,
ADD COLUMN     "override_reason" TEXT;

ALTER TABLE "pricing"."revision_change" ADD COLUMN     "edited_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "edited_by" UUID,
ADD COLUMN     "edited_by_name" TEXT;

ALTER TABLE "pricing"."trade_code" ADD COLUMN     "max_uses" INTEGER,
ADD COLUMN     "max_uses_per_company" INTEGER,
ADD COLUMN     "minimum_order" DECIMAL(14,2);

CREATE TABLE "pricing"."revision_event" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "revision_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,

    CONSTRAINT "revision_event_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "pricing"."product_cost" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "product_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL DEFAULT '-infinity',
    "valid_to" TIMESTAMPTZ NOT NULL DEFAULT 'infinity',
    "unit_cost" DECIMAL(14,4) NOT NULL,
    "entered_by" UUID,
    "entered_by_name" TEXT,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_cost_pkey" PRIMARY KEY ("tenant_id","product_id","valid_from")
);

CREATE TABLE "pricing"."margin_floor" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "category_id" UUID NOT NULL,
    "floor" DECIMAL(6,4) NOT NULL,

    CONSTRAINT "margin_floor_pkey" PRIMARY KEY ("tenant_id","category_id")
);

CREATE TABLE "pricing"."pricing_settings" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "default_floor" DECIMAL(6,4),
    "outlier_percent" DECIMAL(6,2) NOT NULL DEFAULT 20,
    "expiry_reminder_days" INTEGER NOT NULL DEFAULT 30,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pricing_settings_pkey" PRIMARY KEY ("tenant_id")
);

CREATE TABLE "pricing"."trade_code_use" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "code_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_number" TEXT NOT NULL,
    "company_id" UUID NOT NULL,
    "company_name" TEXT NOT NULL,
    "buyer_name" TEXT NOT NULL,
    "order_total" DECIMAL(14,2) NOT NULL,
    "discount" DECIMAL(14,2) NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ,

    CONSTRAINT "trade_code_use_pkey" PRIMARY KEY ("tenant_id","code_id","order_id")
);

CREATE INDEX "revision_event_tenant_id_revision_id_id_idx" ON "pricing"."revision_event"("tenant_id", "revision_id", "id");

CREATE INDEX "trade_code_use_tenant_id_code_id_company_id_idx" ON "pricing"."trade_code_use"("tenant_id", "code_id", "company_id");

CREATE INDEX "trade_code_use_tenant_id_order_id_idx" ON "pricing"."trade_code_use"("tenant_id", "order_id");

-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE pricing.price_table ADD CONSTRAINT price_table_window CHECK (valid_from < valid_to);
ALTER TABLE pricing.product_cost ADD CONSTRAINT product_cost_sane CHECK (unit_cost >= 0 AND valid_from < valid_to);
ALTER TABLE pricing.margin_floor ADD CONSTRAINT margin_floor_sane CHECK (floor >= 0 AND floor < 1);
ALTER TABLE pricing.pricing_settings ADD CONSTRAINT pricing_settings_sane
  CHECK (default_floor >= 0 AND default_floor < 1 AND outlier_percent > 0 AND expiry_reminder_days BETWEEN 0 AND 365);
ALTER TABLE pricing.trade_code ADD CONSTRAINT trade_code_limits_sane
  CHECK (max_uses > 0 AND max_uses_per_company > 0 AND minimum_order > 0);
ALTER TABLE pricing.revision_event ADD CONSTRAINT revision_event_kind_known CHECK (kind IN
  ('created', 'reopened', 'commented', 'submitted', 'approved', 'rejected', 'withdrawn', 'scheduled', 'published', 'overridden', 'rolled_back'));

SELECT public.isolate_tenants('pricing.revision_event');
SELECT public.isolate_tenants('pricing.product_cost');
SELECT public.isolate_tenants('pricing.margin_floor');
SELECT public.isolate_tenants('pricing.pricing_settings');
SELECT public.isolate_tenants('pricing.trade_code_use');
REVOKE UPDATE, DELETE ON pricing.revision_event FROM app;

-- The roles tenants already have learn the new words; what an admin took away otherwise stays away.
UPDATE identity.role SET permissions = permissions || ARRAY['price.override_floor', 'cost.read', 'cost.edit']
WHERE code IN ('owner', 'sales_manager') AND NOT permissions && ARRAY['price.override_floor', 'cost.read', 'cost.edit'];
