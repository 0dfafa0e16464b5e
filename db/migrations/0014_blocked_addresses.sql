CREATE TABLE "blocked_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"violations" integer,
	"policy" text,
	"note" text DEFAULT '' NOT NULL,
	"blocked_by" uuid,
	"blocked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"blocked_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocked_addresses_lasts" CHECK ("blocked_addresses"."blocked_until" > "blocked_addresses"."blocked_at")
);
--> statement-breakpoint
ALTER TABLE "blocked_addresses" ADD CONSTRAINT "blocked_addresses_blocked_by_users_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocked_addresses_until" ON "blocked_addresses" USING btree ("blocked_until");--> statement-breakpoint
CREATE INDEX "blocked_addresses_by" ON "blocked_addresses" USING btree ("blocked_by");