-- Drafted by `npm run db:draft`; tenancy, checks, hand-made indexes and functions at both ends are written by hand.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The role the application signs in with. It owns nothing; whoever sets the server up gives it a password.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN CREATE ROLE app NOSUPERUSER NOBYPASSRLS; END IF;
END $$;

-- The tenant of this connection; null when nobody said, and then no row is visible.
CREATE FUNCTION public.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Every table of a context calls this once, in the migration that creates it. The second policy lets the owner of the
-- tables work across tenants (migrations, backups, the few SECURITY DEFINER functions below) where it is no superuser.
CREATE FUNCTION public.isolate_tenants(target regclass, tenant_column name DEFAULT 'tenant_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant ON %s TO app USING (%I = public.current_tenant())', target, tenant_column);
  EXECUTE format('CREATE POLICY owner ON %s TO %I USING (true)', target, current_user);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO app', target);
END $$;

-- Text as search compares it: lower case, without accents.
CREATE FUNCTION public.plain_text(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, words));

-- CreateSchema
CREATE SCHEMA "catalog";

CREATE SCHEMA "identity";

CREATE SCHEMA "orders";

CREATE SCHEMA "platform";

CREATE SCHEMA "pricing";

CREATE TABLE "catalog"."category" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "parent_id" UUID,
    "drawing" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "category_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "catalog"."product" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "brand" TEXT,
    "category_id" UUID NOT NULL,
    "base_unit" TEXT NOT NULL,
    "units" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "gtin" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "drawing" TEXT,
    "backorder" BOOLEAN NOT NULL DEFAULT false,
    "restock_date" DATE,
    "image_key" TEXT,
    "thumbnail_key" TEXT,
    "search_text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "catalog"."product_image" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "thumbnails" JSONB,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_image_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "catalog"."upload" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "key" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("tenant_id","key")
);

CREATE TABLE "catalog"."search_word" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("tenant_id","word")
);

CREATE TABLE "catalog"."branch" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "state_code" TEXT NOT NULL,
    "serves" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "branch_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "catalog"."stock_level" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "product_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "on_hand" DECIMAL(16,3) NOT NULL DEFAULT 0,
    "reserved" DECIMAL(16,3) NOT NULL DEFAULT 0,
    "safety" DECIMAL(16,3) NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("tenant_id","product_id","branch_id")
);

CREATE TABLE "catalog"."reservation" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "branch_id" UUID,
    "quantity" DECIMAL(16,3) NOT NULL,
    "open_quantity" DECIMAL(16,3) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "catalog"."stock_movement" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity" DECIMAL(16,3) NOT NULL,
    "on_hand_after" DECIMAL(16,3) NOT NULL,
    "reserved_after" DECIMAL(16,3) NOT NULL,
    "reason" TEXT,
    "document_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."tenant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "brand_color" TEXT,
    "logo_key" TEXT,
    "domain" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "public_prices" BOOLEAN NOT NULL DEFAULT false,
    "two_person_approval" BOOLEAN NOT NULL DEFAULT false,
    "tax_rates" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "identity"."company" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "tax_id" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "tier_id" UUID,
    "sales_rep_id" UUID,
    "email" TEXT,
    "credit_limit" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "payment_terms" TEXT NOT NULL DEFAULT 'prepaid',
    "address" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."job_site" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "access_notes" TEXT,
    "po_pattern" TEXT,
    "budget" DECIMAL(14,2),
    "archived_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_site_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."member" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "company_id" UUID,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."role" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "permissions" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."member_role" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "member_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,

    CONSTRAINT "member_role_pkey" PRIMARY KEY ("tenant_id","member_id","role_id")
);

CREATE TABLE "identity"."session" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "ended_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "identity"."refresh_token" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("tenant_id","hash")
);

CREATE TABLE "identity"."invitation" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "token_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "accepted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","token_hash")
);

CREATE TABLE "identity"."login_attempt" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("tenant_id","key")
);

CREATE TABLE "identity"."audit_entry" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "facts" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."cart" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "job_site_id" UUID,
    "trade_code" TEXT,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."cart_line" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "note" TEXT,
    "seen_price" DECIMAL(14,4),

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."order" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "company_id" UUID NOT NULL,
    "company_name" TEXT NOT NULL,
    "buyer_id" UUID NOT NULL,
    "buyer_name" TEXT NOT NULL,
    "buyer_email" TEXT NOT NULL,
    "sales_rep_id" UUID,
    "status" TEXT NOT NULL,
    "payment_status" TEXT NOT NULL,
    "fulfilment_status" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "job_site_id" UUID,
    "address" JSONB NOT NULL,
    "state_code" TEXT NOT NULL,
    "po_number" TEXT,
    "requested_date" DATE,
    "payment_method" TEXT NOT NULL,
    "payment_terms" TEXT NOT NULL,
    "payment_reference" TEXT,
    "due_at" TIMESTAMPTZ,
    "trade_code" TEXT,
    "note" TEXT,
    "subtotal" DECIMAL(16,2) NOT NULL,
    "tax" DECIMAL(16,2) NOT NULL,
    "freight" DECIMAL(16,2) NOT NULL,
    "total" DECIMAL(16,2) NOT NULL,
    "paid" DECIMAL(16,2) NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "order_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."order_line" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "factor" DECIMAL(14,3) NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "base_quantity" DECIMAL(16,3) NOT NULL,
    "unit_price" DECIMAL(14,4) NOT NULL,
    "list_price" DECIMAL(14,4),
    "line_total" DECIMAL(16,2) NOT NULL,
    "source" TEXT NOT NULL,
    "source_label" TEXT NOT NULL,
    "badge" JSONB,
    "derived" BOOLEAN NOT NULL DEFAULT false,
    "trace" JSONB NOT NULL,
    "branch_id" UUID,
    "branch_code" TEXT,
    "branch_name" TEXT,
    "backordered" BOOLEAN NOT NULL DEFAULT false,
    "expected_date" DATE,
    "note" TEXT,
    "shipped" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "delivered" DECIMAL(14,3) NOT NULL DEFAULT 0,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("tenant_id","order_id","line_no")
);

CREATE TABLE "orders"."order_event" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "note" TEXT,
    "facts" JSONB,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."shipment" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "branch_id" UUID NOT NULL,
    "branch_name" TEXT NOT NULL,
    "shipped_at" TIMESTAMPTZ NOT NULL,
    "delivered_at" TIMESTAMPTZ,
    "note" TEXT,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."shipment_line" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "shipment_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,

    CONSTRAINT "shipment_line_pkey" PRIMARY KEY ("tenant_id","shipment_id","line_no")
);

CREATE TABLE "orders"."payment" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "amount" DECIMAL(16,2) NOT NULL,
    "method" TEXT NOT NULL,
    "reference" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "orders"."order_counter" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "next" INTEGER NOT NULL DEFAULT 1001,

    CONSTRAINT "order_counter_pkey" PRIMARY KEY ("tenant_id")
);

CREATE TABLE "platform"."outbox_event" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ,
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "platform"."event_receipt" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "event_id" UUID NOT NULL,
    "listener" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_receipt_pkey" PRIMARY KEY ("tenant_id","event_id","listener")
);

CREATE TABLE "platform"."idempotency_key" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("tenant_id","actor_id","key")
);

CREATE TABLE "platform"."import" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "publish" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "file_key" TEXT NOT NULL,
    "file_size" BIGINT NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "report_key" TEXT,
    "failure" JSONB,
    "result" JSONB,
    "requested_by" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ,
    "heartbeat_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "import_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "pricing"."price_table" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "und-x-icu" NOT NULL,
    "scope" TEXT NOT NULL,
    "state_code" TEXT,
    "company_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "last_revision" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_table_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "pricing"."price_entry" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "table_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "min_quantity" DECIMAL(14,3) NOT NULL,
    "unit_price" DECIMAL(14,4) NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL DEFAULT '-infinity',
    "valid_to" TIMESTAMPTZ NOT NULL DEFAULT 'infinity',
    "live_from" TIMESTAMPTZ NOT NULL,
    "live_to" TIMESTAMPTZ NOT NULL DEFAULT 'infinity',
    "revision_id" UUID NOT NULL,

    CONSTRAINT "price_entry_pkey" PRIMARY KEY ("tenant_id","table_id","product_id","live_to","unit","min_quantity","valid_from")
);

CREATE TABLE "pricing"."revision" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "name" TEXT,
    "source" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_by" UUID,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ,
    "decision_note" TEXT,
    "goes_live_at" TIMESTAMPTZ,
    "live_at" TIMESTAMPTZ,
    "restores" UUID,
    "change_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "pricing"."revision_change" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "revision_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "min_quantity" DECIMAL(14,3) NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL DEFAULT '-infinity',
    "valid_to" TIMESTAMPTZ NOT NULL DEFAULT 'infinity',
    "action" TEXT NOT NULL DEFAULT 'set',
    "unit_price" DECIMAL(14,4),
    "base_price" DECIMAL(14,4),
    "base_entry_id" UUID,
    "previous_live_to" TIMESTAMPTZ,

    CONSTRAINT "revision_change_pkey" PRIMARY KEY ("tenant_id","revision_id","product_id","unit","min_quantity","valid_from")
);

CREATE TABLE "pricing"."buyer_tier" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "default_discount" DECIMAL(6,4) NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "buyer_tier_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "pricing"."tier_discount" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "tier_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "discount" DECIMAL(6,4) NOT NULL,

    CONSTRAINT "tier_discount_pkey" PRIMARY KEY ("tenant_id","tier_id","category_id")
);

CREATE TABLE "pricing"."trade_code" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "discount" DECIMAL(6,4) NOT NULL,
    "category_id" UUID,
    "valid_from" TIMESTAMPTZ,
    "valid_to" TIMESTAMPTZ,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trade_code_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "category_tenant_id_parent_id_idx" ON "catalog"."category"("tenant_id", "parent_id");

CREATE UNIQUE INDEX "category_tenant_id_code_key" ON "catalog"."category"("tenant_id", "code");

CREATE UNIQUE INDEX "category_tenant_id_slug_key" ON "catalog"."category"("tenant_id", "slug");

CREATE INDEX "product_tenant_id_category_id_status_name_id_idx" ON "catalog"."product"("tenant_id", "category_id", "status", "name", "id");

CREATE INDEX "product_tenant_id_status_name_id_idx" ON "catalog"."product"("tenant_id", "status", "name", "id");

CREATE INDEX "product_tenant_id_brand_idx" ON "catalog"."product"("tenant_id", "brand");

CREATE UNIQUE INDEX "product_tenant_id_sku_key" ON "catalog"."product"("tenant_id", "sku");

CREATE UNIQUE INDEX "product_tenant_id_slug_key" ON "catalog"."product"("tenant_id", "slug");

CREATE INDEX "product_image_tenant_id_product_id_idx" ON "catalog"."product_image"("tenant_id", "product_id");

CREATE UNIQUE INDEX "branch_tenant_id_code_key" ON "catalog"."branch"("tenant_id", "code");

CREATE INDEX "stock_level_tenant_id_branch_id_idx" ON "catalog"."stock_level"("tenant_id", "branch_id");

CREATE INDEX "reservation_tenant_id_product_id_branch_id_idx" ON "catalog"."reservation"("tenant_id", "product_id", "branch_id");

CREATE UNIQUE INDEX "reservation_tenant_id_document_id_line_no_key" ON "catalog"."reservation"("tenant_id", "document_id", "line_no");

CREATE INDEX "stock_movement_tenant_id_product_id_id_idx" ON "catalog"."stock_movement"("tenant_id", "product_id", "id");

CREATE UNIQUE INDEX "tenant_slug_key" ON "identity"."tenant"("slug");

CREATE UNIQUE INDEX "tenant_domain_key" ON "identity"."tenant"("domain");

CREATE INDEX "company_tenant_id_name_idx" ON "identity"."company"("tenant_id", "name");

CREATE UNIQUE INDEX "company_tenant_id_tax_id_key" ON "identity"."company"("tenant_id", "tax_id");

CREATE INDEX "job_site_tenant_id_company_id_idx" ON "identity"."job_site"("tenant_id", "company_id");

CREATE INDEX "member_tenant_id_company_id_idx" ON "identity"."member"("tenant_id", "company_id");

CREATE UNIQUE INDEX "member_tenant_id_email_key" ON "identity"."member"("tenant_id", "email");

CREATE UNIQUE INDEX "role_tenant_id_side_name_key" ON "identity"."role"("tenant_id", "side", "name");

CREATE UNIQUE INDEX "role_tenant_id_code_key" ON "identity"."role"("tenant_id", "code");

CREATE INDEX "member_role_tenant_id_role_id_idx" ON "identity"."member_role"("tenant_id", "role_id");

CREATE INDEX "session_tenant_id_member_id_idx" ON "identity"."session"("tenant_id", "member_id");

CREATE INDEX "refresh_token_tenant_id_session_id_idx" ON "identity"."refresh_token"("tenant_id", "session_id");

CREATE INDEX "invitation_tenant_id_member_id_idx" ON "identity"."invitation"("tenant_id", "member_id");

CREATE INDEX "login_attempt_tenant_id_window_ends_at_idx" ON "identity"."login_attempt"("tenant_id", "window_ends_at");

CREATE INDEX "audit_entry_tenant_id_at_idx" ON "identity"."audit_entry"("tenant_id", "at");

CREATE INDEX "audit_entry_tenant_id_entity_entity_id_idx" ON "identity"."audit_entry"("tenant_id", "entity", "entity_id");

CREATE UNIQUE INDEX "cart_tenant_id_buyer_id_company_id_key" ON "orders"."cart"("tenant_id", "buyer_id", "company_id");

CREATE UNIQUE INDEX "cart_line_tenant_id_cart_id_product_id_unit_key" ON "orders"."cart_line"("tenant_id", "cart_id", "product_id", "unit");

CREATE INDEX "order_tenant_id_placed_at_id_idx" ON "orders"."order"("tenant_id", "placed_at" DESC, "id");

CREATE INDEX "order_tenant_id_company_id_placed_at_idx" ON "orders"."order"("tenant_id", "company_id", "placed_at" DESC);

CREATE INDEX "order_tenant_id_status_placed_at_idx" ON "orders"."order"("tenant_id", "status", "placed_at");

CREATE UNIQUE INDEX "order_tenant_id_number_key" ON "orders"."order"("tenant_id", "number");

CREATE INDEX "order_line_tenant_id_product_id_idx" ON "orders"."order_line"("tenant_id", "product_id");

CREATE INDEX "order_event_tenant_id_order_id_id_idx" ON "orders"."order_event"("tenant_id", "order_id", "id");

CREATE UNIQUE INDEX "shipment_tenant_id_order_id_number_key" ON "orders"."shipment"("tenant_id", "order_id", "number");

CREATE INDEX "payment_tenant_id_order_id_idx" ON "orders"."payment"("tenant_id", "order_id");

CREATE INDEX "import_tenant_id_created_at_idx" ON "platform"."import"("tenant_id", "created_at");

CREATE INDEX "price_table_tenant_id_scope_state_code_company_id_idx" ON "pricing"."price_table"("tenant_id", "scope", "state_code", "company_id");

CREATE UNIQUE INDEX "price_table_tenant_id_name_key" ON "pricing"."price_table"("tenant_id", "name");

CREATE INDEX "revision_tenant_id_status_idx" ON "pricing"."revision"("tenant_id", "status");

CREATE UNIQUE INDEX "revision_tenant_id_table_id_number_key" ON "pricing"."revision"("tenant_id", "table_id", "number");

CREATE UNIQUE INDEX "buyer_tier_tenant_id_code_key" ON "pricing"."buyer_tier"("tenant_id", "code");

CREATE UNIQUE INDEX "trade_code_tenant_id_code_key" ON "pricing"."trade_code"("tenant_id", "code");

ALTER TABLE "catalog"."category" ADD CONSTRAINT "category_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "catalog"."category"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "catalog"."product" ADD CONSTRAINT "product_tenant_id_category_id_fkey" FOREIGN KEY ("tenant_id", "category_id") REFERENCES "catalog"."category"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "catalog"."product_image" ADD CONSTRAINT "product_image_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "catalog"."product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "catalog"."stock_level" ADD CONSTRAINT "stock_level_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "catalog"."product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "catalog"."stock_level" ADD CONSTRAINT "stock_level_tenant_id_branch_id_fkey" FOREIGN KEY ("tenant_id", "branch_id") REFERENCES "catalog"."branch"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."job_site" ADD CONSTRAINT "job_site_tenant_id_company_id_fkey" FOREIGN KEY ("tenant_id", "company_id") REFERENCES "identity"."company"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."member" ADD CONSTRAINT "member_tenant_id_company_id_fkey" FOREIGN KEY ("tenant_id", "company_id") REFERENCES "identity"."company"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."member_role" ADD CONSTRAINT "member_role_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "identity"."member"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "identity"."member_role" ADD CONSTRAINT "member_role_tenant_id_role_id_fkey" FOREIGN KEY ("tenant_id", "role_id") REFERENCES "identity"."role"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."session" ADD CONSTRAINT "session_tenant_id_member_id_fkey" FOREIGN KEY ("tenant_id", "member_id") REFERENCES "identity"."member"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "identity"."refresh_token" ADD CONSTRAINT "refresh_token_tenant_id_session_id_fkey" FOREIGN KEY ("tenant_id", "session_id") REFERENCES "identity"."session"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."cart_line" ADD CONSTRAINT "cart_line_tenant_id_cart_id_fkey" FOREIGN KEY ("tenant_id", "cart_id") REFERENCES "orders"."cart"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."order_line" ADD CONSTRAINT "order_line_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders"."order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."order_event" ADD CONSTRAINT "order_event_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders"."order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."shipment" ADD CONSTRAINT "shipment_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders"."order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."shipment_line" ADD CONSTRAINT "shipment_line_tenant_id_shipment_id_fkey" FOREIGN KEY ("tenant_id", "shipment_id") REFERENCES "orders"."shipment"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "orders"."payment" ADD CONSTRAINT "payment_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders"."order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pricing"."revision" ADD CONSTRAINT "revision_tenant_id_table_id_fkey" FOREIGN KEY ("tenant_id", "table_id") REFERENCES "pricing"."price_table"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pricing"."tier_discount" ADD CONSTRAINT "tier_discount_tenant_id_tier_id_fkey" FOREIGN KEY ("tenant_id", "tier_id") REFERENCES "pricing"."buyer_tier"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Checks the domain relies on even when two writers race.
ALTER TABLE catalog.stock_level
  ADD CONSTRAINT stock_level_sane CHECK (on_hand >= 0 AND reserved >= 0 AND safety >= 0);
ALTER TABLE catalog.reservation ADD CONSTRAINT reservation_sane CHECK (open_quantity BETWEEN 0 AND quantity);
ALTER TABLE pricing.price_entry
  ADD CONSTRAINT price_entry_sane CHECK (unit_price >= 0 AND min_quantity > 0 AND valid_from < valid_to AND live_from <= live_to);
ALTER TABLE pricing.price_table ADD CONSTRAINT price_table_scope CHECK (
  (scope = 'national' AND state_code IS NULL AND company_id IS NULL) OR
  (scope = 'state' AND state_code IS NOT NULL AND company_id IS NULL) OR
  (scope = 'company' AND state_code IS NULL AND company_id IS NOT NULL));
ALTER TABLE orders.cart_line ADD CONSTRAINT cart_line_sane CHECK (quantity > 0);
ALTER TABLE orders.order_line
  ADD CONSTRAINT order_line_sane CHECK (quantity > 0 AND shipped BETWEEN 0 AND quantity AND delivered BETWEEN 0 AND shipped);
ALTER TABLE identity.member ADD CONSTRAINT member_side CHECK ((kind = 'buyer') = (company_id IS NOT NULL));

-- Closed lists of words. Text rather than enums: comparing enums is not leakproof, so row-level security would keep
-- such conditions away from the indexes.
ALTER TABLE catalog.product ADD CONSTRAINT product_status_known CHECK (status IN ('draft', 'active', 'archived'));
ALTER TABLE catalog.stock_movement ADD CONSTRAINT stock_movement_kind_known CHECK (kind IN ('count', 'receive', 'reserve', 'release', 'dispatch', 'safety'));
ALTER TABLE orders.order ADD CONSTRAINT order_status_known CHECK (status IN ('pending_approval', 'placed', 'confirmed', 'completed', 'rejected', 'cancelled'));
ALTER TABLE orders.order ADD CONSTRAINT order_payment_status_known CHECK (payment_status IN ('unpaid', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded'));
ALTER TABLE orders.order ADD CONSTRAINT order_fulfilment_status_known CHECK (fulfilment_status IN ('unfulfilled', 'partially_shipped', 'shipped', 'partially_delivered', 'delivered'));
ALTER TABLE orders.order ADD CONSTRAINT order_payment_method_known CHECK (payment_method IN ('credit', 'bank_transfer', 'card'));
ALTER TABLE orders.payment ADD CONSTRAINT payment_method_known CHECK (method IN ('credit', 'bank_transfer', 'card'));
ALTER TABLE platform.import ADD CONSTRAINT import_status_known CHECK (status IN ('queued', 'running', 'done', 'failed'));
ALTER TABLE pricing.price_table ADD CONSTRAINT price_table_scope_known CHECK (scope IN ('national', 'state', 'company'));
ALTER TABLE pricing.revision ADD CONSTRAINT revision_status_known CHECK (status IN ('draft', 'submitted', 'approved', 'scheduled', 'live', 'superseded', 'rejected', 'withdrawn'));
ALTER TABLE pricing.revision_change ADD CONSTRAINT revision_change_sane
  CHECK ((action = 'set') = (unit_price IS NOT NULL) AND min_quantity > 0 AND valid_from < valid_to);
ALTER TABLE pricing.revision_change ADD CONSTRAINT revision_change_action_known CHECK (action IN ('set', 'remove'));
ALTER TABLE identity.company ADD CONSTRAINT company_status_known CHECK (status IN ('active', 'blocked'));
ALTER TABLE identity.member ADD CONSTRAINT member_kind_known CHECK (kind IN ('staff', 'buyer'));
ALTER TABLE identity.member ADD CONSTRAINT member_status_known CHECK (status IN ('invited', 'active', 'disabled'));
ALTER TABLE identity.role ADD CONSTRAINT role_side_known CHECK (side IN ('staff', 'buyer'));

-- What a company is found by: its name, its tax id, and the tax id without punctuation.
CREATE FUNCTION identity.company_words(name text, tax_id text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN public.plain_text(name || ' ' || tax_id || ' ' || regexp_replace(tax_id, '[^0-9A-Za-z]', '', 'g'));

-- Indexes Prisma cannot write down.
CREATE UNIQUE INDEX tenant_default_key ON identity.tenant (is_default) WHERE is_default;
CREATE INDEX outbox_event_due ON platform.outbox_event (tenant_id, available_at, id) WHERE processed_at IS NULL;
CREATE INDEX import_unfinished ON platform.import (heartbeat_at) WHERE status IN ('queued', 'running');
CREATE INDEX product_search ON catalog.product USING gin (search_text gin_trgm_ops);
CREATE INDEX search_word_similar ON catalog.search_word USING gin (word gin_trgm_ops);
CREATE INDEX order_search ON orders.order
  USING gin (public.plain_text(number || ' ' || coalesce(po_number, '') || ' ' || company_name || ' ' || buyer_name) gin_trgm_ops);
CREATE INDEX order_line_search ON orders.order_line USING gin (public.plain_text(sku || ' ' || name) gin_trgm_ops);
CREATE INDEX company_search ON identity.company USING gin (identity.company_words(name, tax_id) gin_trgm_ops);

-- Row-level security keeps operators that are not leakproof (LIKE, %) away from indexes, so search by text goes through
-- these functions. They run as the owner and name the tenant themselves. LIKE ALL (array) never becomes an index
-- condition, so the words are written out one by one.
CREATE FUNCTION catalog.contains_word(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN format('search_text LIKE %L', '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%');

-- Products that contain every word and, of each choice, at least one spelling ('cimento|cimentos'). Rank 0 is the SKU
-- itself, 1 the beginning of one, 2 the beginning of the name, 3 whole words, 4 the rest. All text comes in plain.
CREATE FUNCTION catalog.found_products(words text[], choices text[], phrase text, statuses text[])
  RETURNS TABLE (id uuid, category_id uuid, sku text, name text, brand text, base_unit text, status text, attributes jsonb, rank int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 300 SET search_path = pg_catalog, public AS $$
DECLARE
  conditions text := coalesce((SELECT string_agg(' AND ' || catalog.contains_word(w), '') FROM unnest(words) w), '')
    || coalesce((SELECT string_agg(format(' AND search_text ~ %L', c), '') FROM unnest(choices) c), '');
  whole text := (SELECT string_agg(format('strpos('' '' || search_text || '' '', %L) > 0', ' ' || w || ' '), ' AND ')
                 FROM unnest(words) w);
BEGIN
  RETURN QUERY EXECUTE format($query$
    SELECT id, category_id, sku, name::text, brand, base_unit, status, attributes,
      CASE WHEN translate(lower(sku), ' -./_', '') = %2$L THEN 0
           WHEN starts_with(translate(lower(sku), ' -./_', ''), %2$L) THEN 1
           WHEN starts_with(search_text, %1$L) THEN 2
           WHEN %3$s THEN 3 ELSE 4 END
    FROM catalog.product
    WHERE tenant_id = public.current_tenant() AND status = ANY (%4$L) %5$s
  $query$, phrase, translate(phrase, ' -./_', ''), coalesce(whole, 'false'), statuses, conditions);
END $$;

-- Those of the words that no active product contains.
CREATE FUNCTION catalog.unknown_words(words text[]) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public AS $$
DECLARE
  word text;
  known boolean;
BEGIN
  FOREACH word IN ARRAY words LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM catalog.product WHERE tenant_id = public.current_tenant() AND status = ''active'' AND '
      || catalog.contains_word(word) || ')' INTO known;
    IF NOT known THEN RETURN NEXT word; END IF;
  END LOOP;
END $$;

-- Words of the tenant's products that look like a misspelt one, likeliest first; the caller measures them more exactly.
CREATE FUNCTION catalog.similar_words(misspelt text) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public
  SET pg_trgm.similarity_threshold = 0.1 AS $$
  SELECT word FROM catalog.search_word
  WHERE tenant_id = public.current_tenant() AND word % misspelt AND abs(length(word) - length(misspelt)) <= 2
  ORDER BY similarity(word, misspelt) DESC, word LIMIT 200
$$;

-- Brings what search compares in line with these products; every writer of products calls it in the same transaction.
CREATE FUNCTION catalog.refresh_search(product_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  WITH spelt AS (
    SELECT p.tenant_id, p.id, public.plain_text(concat_ws(' ', p.name, p.sku,
      regexp_replace(p.sku, '[^[:alnum:]]', '', 'g'), p.brand, c.name, p.gtin,
      (SELECT string_agg(a.value, ' ' ORDER BY a.key) FROM jsonb_each_text(p.attributes) a))) AS text
    FROM catalog.product p JOIN catalog.category c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
    WHERE p.id = ANY (product_ids)
  ), written AS (
    UPDATE catalog.product p SET search_text = s.text FROM spelt s
    WHERE p.tenant_id = s.tenant_id AND p.id = s.id AND p.search_text <> s.text
    RETURNING p.tenant_id, p.search_text
  )
  INSERT INTO catalog.search_word (tenant_id, word)
  SELECT DISTINCT w.tenant_id, m.word
  FROM written w CROSS JOIN LATERAL regexp_split_to_table(w.search_text, '[^[:alnum:]]+') AS m(word)
  WHERE length(m.word) BETWEEN 3 AND 40 AND m.word !~ '[0-9]'
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING
$$;
-- Every word is somewhere in the name or the tax id; the longest one is what the index looks for.
CREATE FUNCTION identity.matching_companies(words text[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public AS $$
  WITH pattern AS MATERIALIZED (
    SELECT '%' || regexp_replace(public.plain_text(word), '([\\%_])', '\\\1', 'g') || '%' AS text
    FROM unnest(words) AS word)
  SELECT id FROM identity.company
  WHERE tenant_id = public.current_tenant()
    AND identity.company_words(name, tax_id) LIKE (SELECT text FROM pattern ORDER BY length(text) DESC LIMIT 1)
    AND identity.company_words(name, tax_id) LIKE ALL (ARRAY(SELECT text FROM pattern))
$$;

CREATE FUNCTION orders.matching_orders(pattern text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public AS $$
  SELECT id FROM orders.order
  WHERE tenant_id = public.current_tenant()
    AND public.plain_text(number || ' ' || coalesce(po_number, '') || ' ' || company_name || ' ' || buyer_name) LIKE pattern
  UNION
  SELECT order_id FROM orders.order_line
  WHERE tenant_id = public.current_tenant() AND public.plain_text(sku || ' ' || name) LIKE pattern
$$;

-- What must be known before there is a tenant, and nothing more than that.
CREATE FUNCTION identity.find_tenant(wanted_slug text, wanted_domain text)
  RETURNS TABLE (id uuid, slug text, is_default boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.is_default FROM identity.tenant t
  WHERE (wanted_slug IS NOT NULL AND t.slug = wanted_slug)
     OR (wanted_domain IS NOT NULL AND t.domain = wanted_domain)
     OR (wanted_slug IS NULL AND wanted_domain IS NULL AND t.is_default)
  LIMIT 1
$$;
CREATE FUNCTION identity.tenant_ids() RETURNS TABLE (tenant_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT id FROM identity.tenant ORDER BY id
$$;
CREATE FUNCTION platform.tenants_with_events() RETURNS TABLE (tenant_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT e.tenant_id FROM platform.outbox_event e WHERE e.processed_at IS NULL AND e.available_at <= now()
$$;
CREATE FUNCTION platform.stalled_imports() RETURNS TABLE (tenant_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.tenant_id, i.id FROM platform.import i
  WHERE i.status = 'running' AND i.heartbeat_at < now() - interval '30 seconds'
$$;

GRANT USAGE ON SCHEMA catalog, identity, orders, platform, pricing TO app;
SELECT public.isolate_tenants('catalog.category');
SELECT public.isolate_tenants('catalog.product');
SELECT public.isolate_tenants('catalog.product_image');
SELECT public.isolate_tenants('catalog.upload');
SELECT public.isolate_tenants('catalog.search_word');
SELECT public.isolate_tenants('catalog.branch');
SELECT public.isolate_tenants('catalog.stock_level');
SELECT public.isolate_tenants('catalog.reservation');
SELECT public.isolate_tenants('catalog.stock_movement');
SELECT public.isolate_tenants('identity.tenant', 'id');
SELECT public.isolate_tenants('identity.company');
SELECT public.isolate_tenants('identity.job_site');
SELECT public.isolate_tenants('identity.member');
SELECT public.isolate_tenants('identity.role');
SELECT public.isolate_tenants('identity.member_role');
SELECT public.isolate_tenants('identity.session');
SELECT public.isolate_tenants('identity.refresh_token');
SELECT public.isolate_tenants('identity.invitation');
SELECT public.isolate_tenants('identity.login_attempt');
SELECT public.isolate_tenants('identity.audit_entry');
SELECT public.isolate_tenants('orders.cart');
SELECT public.isolate_tenants('orders.cart_line');
SELECT public.isolate_tenants('orders.order');
SELECT public.isolate_tenants('orders.order_line');
SELECT public.isolate_tenants('orders.order_event');
SELECT public.isolate_tenants('orders.shipment');
SELECT public.isolate_tenants('orders.shipment_line');
SELECT public.isolate_tenants('orders.payment');
SELECT public.isolate_tenants('orders.order_counter');
SELECT public.isolate_tenants('platform.outbox_event');
SELECT public.isolate_tenants('platform.event_receipt');
SELECT public.isolate_tenants('platform.idempotency_key');
SELECT public.isolate_tenants('platform.import');
SELECT public.isolate_tenants('pricing.price_table');
SELECT public.isolate_tenants('pricing.price_entry');
SELECT public.isolate_tenants('pricing.revision');
SELECT public.isolate_tenants('pricing.revision_change');
SELECT public.isolate_tenants('pricing.buyer_tier');
SELECT public.isolate_tenants('pricing.tier_discount');
SELECT public.isolate_tenants('pricing.trade_code');

-- The trail is written once and read; nobody rewrites it.
REVOKE UPDATE, DELETE ON identity.audit_entry, catalog.stock_movement, orders.order_event FROM app;
-- Tenants are made by whoever runs the platform.
REVOKE INSERT, DELETE ON identity.tenant FROM app;
