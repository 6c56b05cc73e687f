DROP INDEX "porte_voix"."letters_lane_turn_index";--> statement-breakpoint
ALTER TABLE "porte_voix"."letters" ADD COLUMN "doubtful" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "letters_platform_lane_turn_index" ON "porte_voix"."letters" USING btree ("platform","lane","turn") WHERE closed is null;--> statement-breakpoint
CREATE INDEX "accounts_door_mark_index" ON "porte_voix"."accounts" USING btree ("door_mark");