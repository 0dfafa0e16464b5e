CREATE TABLE "analytics_state" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"time_zone" text NOT NULL,
	"counted_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "analytics_state_one_row" CHECK ("analytics_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "daily_categories" (
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"category_id" uuid NOT NULL,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"revenue_minor" bigint NOT NULL,
	CONSTRAINT "daily_categories_day_currency_category_id_pk" PRIMARY KEY("day","currency","category_id")
);
--> statement-breakpoint
CREATE TABLE "daily_funnel" (
	"day" date PRIMARY KEY NOT NULL,
	"carts" integer NOT NULL,
	"checkouts" integer NOT NULL,
	"orders" integer NOT NULL,
	"paid" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_products" (
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"product_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"revenue_minor" bigint NOT NULL,
	CONSTRAINT "daily_products_day_currency_product_id_pk" PRIMARY KEY("day","currency","product_id")
);
--> statement-breakpoint
CREATE TABLE "daily_sales" (
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"units" integer DEFAULT 0 NOT NULL,
	"revenue_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"shipping_minor" bigint DEFAULT 0 NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"refunds" integer DEFAULT 0 NOT NULL,
	"refunds_minor" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "daily_sales_day_currency_pk" PRIMARY KEY("day","currency")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"owner_id" uuid,
	"key" text,
	"status" text DEFAULT 'queued' NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"turn_started_at" timestamp (3) with time zone,
	"turn_started_done" integer DEFAULT 0 NOT NULL,
	"cancel_requested_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"result" jsonb,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_status" CHECK ("tasks"."status" in ('queued', 'running', 'done', 'failed', 'cancelled')),
	CONSTRAINT "tasks_counts" CHECK ("tasks"."done" >= 0 and ("tasks"."total" is null or "tasks"."total" >= 0)),
	CONSTRAINT "tasks_finished_when_over" CHECK (("tasks"."finished_at" is not null) = ("tasks"."status" in ('done', 'failed', 'cancelled')))
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "paid_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "is_surplus" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "daily_products_product" ON "daily_products" USING btree ("product_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_open_key" ON "tasks" USING btree ("kind","key") WHERE "tasks"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "tasks_owner" ON "tasks" USING btree ("owner_id","kind","id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("leased_until") WHERE "tasks"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "tasks_finished" ON "tasks" USING btree ("finished_at") WHERE "tasks"."finished_at" is not null;--> statement-breakpoint
CREATE INDEX "carts_created" ON "carts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_paid" ON "orders" USING btree ("paid_at") WHERE "orders"."paid_at" is not null;--> statement-breakpoint
CREATE INDEX "refunds_created" ON "refunds" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "refunds_updated" ON "refunds" USING btree ("updated_at");