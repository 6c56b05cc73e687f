ALTER TABLE "porte_voix"."pace" ADD COLUMN "since" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "porte_voix"."pace" ADD COLUMN "log" double precision[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
DROP FUNCTION "porte_voix"."reserve_each"(text, text, float8, float8, boolean, float8);--> statement-breakpoint
CREATE FUNCTION "porte_voix"."reserve_slots"(
	platform_mark text, letters text, ahead float8, far float8, is_bulk boolean, fair float8, most int, cycle float8, catch_up float8
) RETURNS TABLE (verdict text, in_ms float8, place int, at float8) LANGUAGE plpgsql AS $$
DECLARE
	overall porte_voix.pace;
	chat porte_voix.pace;
	letter record;
	moment float8;
	slot float8;
	taken int;
	free float8;
BEGIN
	-- The platform's row first, and always: whoever holds rows of chats waits for nobody who waits for them.
	INSERT INTO porte_voix.pace (mark) VALUES (platform_mark) ON CONFLICT DO NOTHING;
	SELECT p.* INTO overall FROM porte_voix.pace p WHERE p.mark = platform_mark FOR UPDATE;
	moment := extract(epoch from clock_timestamp())::float8 * 1000;
	-- What lies so far ahead that nobody can have reserved it was written before the clock was set back.
	IF overall.next > moment + far + 5 * cycle THEN overall.next := 0; END IF;
	IF overall.since > moment + 1000 THEN overall.held := 0; END IF;
	IF overall.bulk > moment + 1000 THEN overall.bulk := 0; END IF;
	IF (SELECT max(t) FROM unnest(overall.log) t) > moment + far + 5 * cycle THEN overall.log := '{}'; END IF;
	IF cardinality(overall.log) > most THEN
		overall.log := ARRAY(SELECT t FROM unnest(overall.log) t ORDER BY t DESC LIMIT most);
	END IF;
	FOR letter IN SELECT * FROM json_to_recordset(letters::json) AS l (chat text, per float8, chat_per float8, burst float8) LOOP
		IF letter.chat IS NOT NULL THEN
			INSERT INTO porte_voix.pace (mark) VALUES (letter.chat) ON CONFLICT DO NOTHING;
			SELECT p.* INTO chat FROM porte_voix.pace p WHERE p.mark = letter.chat FOR UPDATE;
			IF chat.next > moment + far + (letter.burst + 1) * letter.chat_per THEN chat.next := 0; END IF;
			IF chat.since > moment + 1000 THEN chat.held := 0; END IF;
			slot := greatest(chat.next - (letter.burst - 1) * letter.chat_per, chat.held) - moment;
			IF slot > 1 THEN
				RETURN QUERY SELECT 'chat'::text, slot, NULL::int, NULL::float8;
				CONTINUE;
			END IF;
		END IF;
		slot := moment;
		taken := NULL;
		IF letter.per > 0 THEN
			IF overall.held > moment THEN
				RETURN QUERY SELECT 'platform'::text, overall.held - moment, NULL::int, NULL::float8;
				EXIT;
			END IF;
			taken := least(cardinality(overall.log) + 1, most);
			free := 0;
			IF most > 0 AND cardinality(overall.log) = most THEN
				SELECT u.o, u.t + cycle INTO taken, free FROM unnest(overall.log) WITH ORDINALITY AS u (t, o) ORDER BY u.t LIMIT 1;
			END IF;
			slot := greatest(overall.next - catch_up, free, moment);
			IF slot - moment > (CASE WHEN is_bulk AND moment - overall.bulk > fair THEN far ELSE ahead END) THEN
				slot := slot - moment - ahead;
				IF is_bulk THEN
					slot := least(slot, greatest(overall.bulk + fair - moment, 1));
				END IF;
				RETURN QUERY SELECT 'platform'::text, slot, NULL::int, NULL::float8;
				EXIT;
			END IF;
			overall.next := greatest(overall.next, slot) + letter.per;
			IF taken > 0 THEN
				overall.log[taken] := slot;
			END IF;
			IF is_bulk THEN
				overall.bulk := moment;
			END IF;
		END IF;
		IF letter.chat IS NOT NULL THEN
			UPDATE porte_voix.pace p SET next = greatest(chat.next, slot) + letter.chat_per WHERE p.mark = letter.chat;
		END IF;
		RETURN QUERY SELECT 'go'::text, slot - moment, taken, slot;
	END LOOP;
	UPDATE porte_voix.pace p SET next = overall.next, bulk = overall.bulk, log = overall.log WHERE p.mark = platform_mark;
END
$$;
