ALTER TABLE "refund_items" DROP CONSTRAINT "refund_items_quantity";--> statement-breakpoint
ALTER TABLE "refund_items" ADD COLUMN "unsent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refund_items" ADD CONSTRAINT "refund_items_quantity" CHECK ("refund_items"."quantity" > 0 and "refund_items"."unsent" between 0 and "refund_items"."quantity");