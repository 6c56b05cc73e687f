DROP FUNCTION "porte_voix"."reserve"(text, text, float8, float8, float8, float8, float8, boolean, float8);--> statement-breakpoint
CREATE FUNCTION "porte_voix"."reserve_each"(
	platform_mark text, letters text, ahead float8, far float8, is_bulk boolean, fair float8
) RETURNS TABLE (verdict text, in_ms float8) LANGUAGE plpgsql AS $$
DECLARE
	overall porte_voix.pace;
	chat porte_voix.pace;
	letter record;
	moment float8;
	slot float8;
BEGIN
	-- The platform's row first, and always: whoever holds rows of chats waits for nobody who waits for them.
	INSERT INTO porte_voix.pace (mark) VALUES (platform_mark) ON CONFLICT DO NOTHING;
	SELECT p.* INTO overall FROM porte_voix.pace p WHERE p.mark = platform_mark FOR UPDATE;
	moment := extract(epoch from clock_timestamp())::float8 * 1000;
	FOR letter IN SELECT * FROM json_to_recordset(letters::json) AS l (chat text, per float8, chat_per float8, burst float8) LOOP
		IF letter.chat IS NOT NULL THEN
			INSERT INTO porte_voix.pace (mark) VALUES (letter.chat) ON CONFLICT DO NOTHING;
			SELECT p.* INTO chat FROM porte_voix.pace p WHERE p.mark = letter.chat FOR UPDATE;
			slot := greatest(chat.next - (letter.burst - 1) * letter.chat_per, chat.held) - moment;
			IF slot > 1 THEN
				RETURN QUERY SELECT 'chat'::text, slot;
				CONTINUE;
			END IF;
		END IF;
		slot := moment;
		IF letter.per > 0 THEN
			IF overall.held > moment THEN
				RETURN QUERY SELECT 'platform'::text, overall.held - moment;
				EXIT;
			END IF;
			slot := greatest(overall.next, moment);
			IF slot - moment > (CASE WHEN is_bulk AND moment - overall.bulk > fair THEN far ELSE ahead END) THEN
				slot := slot - moment - ahead;
				IF is_bulk THEN
					slot := least(slot, greatest(overall.bulk + fair - moment, 1));
				END IF;
				RETURN QUERY SELECT 'platform'::text, slot;
				EXIT;
			END IF;
			overall.next := slot + letter.per;
			IF is_bulk THEN
				overall.bulk := moment;
			END IF;
		END IF;
		IF letter.chat IS NOT NULL THEN
			UPDATE porte_voix.pace p SET next = greatest(chat.next, slot) + letter.chat_per WHERE p.mark = letter.chat;
		END IF;
		RETURN QUERY SELECT 'go'::text, slot - moment;
	END LOOP;
	UPDATE porte_voix.pace p SET next = overall.next, bulk = overall.bulk WHERE p.mark = platform_mark;
END
$$;
