CREATE UNLOGGED TABLE "porte_voix"."pace" (
	"mark" text PRIMARY KEY NOT NULL,
	"next" double precision DEFAULT 0 NOT NULL,
	"held" double precision DEFAULT 0 NOT NULL,
	"bulk" double precision DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pace_next_index" ON "porte_voix"."pace" USING btree ("next");--> statement-breakpoint
CREATE FUNCTION "porte_voix"."reserve"(
	platform_mark text, chat_mark text, per float8, chat_per float8, burst float8,
	ahead float8, far float8, is_bulk boolean, fair float8
) RETURNS TABLE (verdict text, in_ms float8) LANGUAGE plpgsql AS $$
DECLARE
	overall porte_voix.pace;
	chat porte_voix.pace;
	moment float8;
	slot float8;
	again float8;
BEGIN
	INSERT INTO porte_voix.pace (mark) VALUES (platform_mark) ON CONFLICT DO NOTHING;
	IF chat_mark IS NOT NULL THEN
		INSERT INTO porte_voix.pace (mark) VALUES (chat_mark) ON CONFLICT DO NOTHING;
		SELECT p.* INTO chat FROM porte_voix.pace p WHERE p.mark = chat_mark FOR UPDATE;
	END IF;
	IF per > 0 THEN
		SELECT p.* INTO overall FROM porte_voix.pace p WHERE p.mark = platform_mark FOR UPDATE;
	END IF;
	moment := extract(epoch from clock_timestamp())::float8 * 1000;
	IF chat_mark IS NOT NULL THEN
		slot := greatest(chat.next - (burst - 1) * chat_per, chat.held) - moment;
		IF slot > 1 THEN
			RETURN QUERY SELECT 'chat'::text, slot;
			RETURN;
		END IF;
	END IF;
	slot := moment;
	IF per > 0 THEN
		IF overall.held > moment THEN
			RETURN QUERY SELECT 'platform'::text, overall.held - moment;
			RETURN;
		END IF;
		slot := greatest(overall.next, moment);
		IF slot - moment > (CASE WHEN is_bulk AND moment - overall.bulk > fair THEN far ELSE ahead END) THEN
			again := slot - moment - ahead;
			IF is_bulk THEN
				again := least(again, greatest(overall.bulk + fair - moment, 1));
			END IF;
			RETURN QUERY SELECT 'platform'::text, again;
			RETURN;
		END IF;
		UPDATE porte_voix.pace p
		SET next = slot + per, bulk = CASE WHEN is_bulk THEN moment ELSE p.bulk END
		WHERE p.mark = platform_mark;
	END IF;
	IF chat_mark IS NOT NULL THEN
		UPDATE porte_voix.pace p SET next = greatest(chat.next, slot) + chat_per WHERE p.mark = chat_mark;
	END IF;
	RETURN QUERY SELECT 'go'::text, slot - moment;
END
$$;
