-- CreateTable
CREATE TABLE "orders"."saved_list" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_by" UUID NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "saved_list_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "orders"."saved_list_line" (
    "tenant_id" UUID NOT NULL DEFAULT public.current_tenant(),
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "saved_list_line_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_list_line_tenant_id_list_id_product_id_unit_key" ON "orders"."saved_list_line"("tenant_id", "list_id", "product_id", "unit");

-- AddForeignKey
ALTER TABLE "orders"."saved_list_line" ADD CONSTRAINT "saved_list_line_tenant_id_list_id_fkey" FOREIGN KEY ("tenant_id", "list_id") REFERENCES "orders"."saved_list"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A company tells its lists apart by name, however it is written; accents have capitals, too, whatever the locale.
CREATE UNIQUE INDEX "saved_list_name_key" ON "orders"."saved_list"("tenant_id", "company_id", lower("name" COLLATE pg_c_utf8));
ALTER TABLE orders.saved_list ADD CONSTRAINT saved_list_sane CHECK (char_length(name) BETWEEN 1 AND 80);
ALTER TABLE orders.saved_list_line ADD CONSTRAINT saved_list_line_sane CHECK (quantity > 0);
SELECT public.isolate_tenants('orders.saved_list');
SELECT public.isolate_tenants('orders.saved_list_line');
