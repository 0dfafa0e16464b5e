CREATE TABLE "cart_reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"stage" integer NOT NULL,
	"restored_into_id" uuid,
	"recovered_order_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_reminders_once" UNIQUE("cart_id","stage"),
	CONSTRAINT "cart_reminders_stage" CHECK ("cart_reminders"."stage" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "email_suppressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"scope" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_suppressions_reason" CHECK ("email_suppressions"."reason" in ('unsubscribed', 'bounced'))
);
--> statement-breakpoint
CREATE TABLE "stock_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"threshold" integer NOT NULL,
	"told_at" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "emails" DROP CONSTRAINT "emails_status";--> statement-breakpoint
ALTER TABLE "emails" ADD COLUMN "not_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cart_reminders" ADD CONSTRAINT "cart_reminders_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_reminders" ADD CONSTRAINT "cart_reminders_restored_into_id_carts_id_fk" FOREIGN KEY ("restored_into_id") REFERENCES "public"."carts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_alerts" ADD CONSTRAINT "stock_alerts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cart_reminders_restored" ON "cart_reminders" USING btree ("restored_into_id") WHERE "cart_reminders"."restored_into_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cart_reminders_recovered" ON "cart_reminders" USING btree ("recovered_order_id");--> statement-breakpoint
CREATE INDEX "cart_reminders_created" ON "cart_reminders" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "email_suppressions_once" ON "email_suppressions" USING btree (lower("email"),"scope");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_alerts_open" ON "stock_alerts" USING btree ("product_id") WHERE "stock_alerts"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "stock_alerts_product" ON "stock_alerts" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "stock_alerts_untold" ON "stock_alerts" USING btree ("created_at") WHERE "stock_alerts"."told_at" is null;--> statement-breakpoint
CREATE INDEX "carts_left" ON "carts" USING btree ("updated_at") WHERE "carts"."completed_at" is null and "carts"."email" is not null and "carts"."cached_total_items" > 0;--> statement-breakpoint
CREATE INDEX "carts_email" ON "carts" USING btree (lower("email")) WHERE "carts"."completed_at" is null and "carts"."email" is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_told" ON "subscriptions" USING btree ("variant_id","notified_at") WHERE "subscriptions"."notified_at" is not null;--> statement-breakpoint
ALTER TABLE "emails" ADD CONSTRAINT "emails_status" CHECK ("emails"."status" in ('queued', 'sending', 'sent', 'failed', 'parked', 'withheld'));