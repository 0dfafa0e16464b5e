CREATE TABLE "shipping_zone_countries" (
	"country" char(2) PRIMARY KEY NOT NULL,
	"zone_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipping_zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" char(2),
	"category_id" uuid,
	"name" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tax_rates_once" UNIQUE NULLS NOT DISTINCT("country","category_id"),
	CONSTRAINT "tax_rates_sane" CHECK ("tax_rates"."rate_ppm" between 0 and 1000000 and ("tax_rates"."country" is not null or "tax_rates"."category_id" is not null))
);
--> statement-breakpoint
DROP INDEX "shipping_methods_one_default";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "weight_grams" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "home_country" char(2) DEFAULT 'US' NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "postal_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "payments_off" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD COLUMN "zone_id" uuid;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD COLUMN "rate_by" text DEFAULT 'order' NOT NULL;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD COLUMN "bands" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD COLUMN "free_from_minor" bigint;--> statement-breakpoint
ALTER TABLE "shipping_zone_countries" ADD CONSTRAINT "shipping_zone_countries_zone_id_shipping_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."shipping_zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipping_zone_countries_zone" ON "shipping_zone_countries" USING btree ("zone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shipping_zones_name" ON "shipping_zones" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "tax_rates_category" ON "tax_rates" USING btree ("category_id");--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_zone_id_shipping_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."shipping_zones"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipping_methods_zone" ON "shipping_methods" USING btree ("zone_id");--> statement-breakpoint
ALTER TABLE "shipping_methods" DROP COLUMN "is_default";--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_weight" CHECK ("products"."weight_grams" between 0 and 1000000);--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_bands" CHECK (("shipping_methods"."rate_by" = 'order') = ("shipping_methods"."bands" = '[]'::jsonb) and coalesce("shipping_methods"."free_from_minor", 1) > 0);
--> statement-breakpoint
UPDATE "settings" SET "home_country" = upper(right("locale", 2)) WHERE "locale" ~ '^[a-z]{2,3}-[A-Z]{2}$';
