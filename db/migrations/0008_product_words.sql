CREATE TABLE "product_words" (
	"product_id" uuid NOT NULL,
	"word" text NOT NULL,
	"rank" real NOT NULL,
	CONSTRAINT "product_words_product_id_word_pk" PRIMARY KEY("product_id","word")
);
--> statement-breakpoint
ALTER TABLE "product_words" ADD CONSTRAINT "product_words_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_words_best" ON "product_words" USING btree ("word","rank" DESC NULLS FIRST,"product_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "products_sku_begins" ON "products" USING btree (lower("sku_text") text_pattern_ops);