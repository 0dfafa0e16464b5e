DROP INDEX "products_created";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "seo_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "seo_description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING btree (lower(left("name", 60)),"id");--> statement-breakpoint
CREATE INDEX "products_by_price" ON "products" USING btree ("price_min_minor","id");--> statement-breakpoint
CREATE INDEX "products_created" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_archived_is_not_active" CHECK ("products"."archived_at" is null or not "products"."is_active");