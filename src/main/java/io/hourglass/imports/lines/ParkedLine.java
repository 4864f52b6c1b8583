package io.hourglass.imports.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact that waits, as a line of JSON: read again it is the same. */
public final class ParkedLine {

    /** What no database keeps, halves of surrogate pairs for one, is there again too. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ParkedLine() {}

    public static String of(FactReport fact) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, Columns.EVENT, fact.kind());
        put(fields, "id", fact.id().value());
        put(fields, "inquiry", fact.inquiry().value());
        put(fields, "buyer", fact.buyer());
        put(fields, "supplier", fact.supplier());
        put(fields, "at", fact.occurredAt());
        put(fields, "author", fact.author());
        put(fields, "channel", fact.channel().sent());
        put(fields, "actor", fact.actor());
        put(fields, "messageId", fact.messageId());
        put(fields, "about", fact.about());
        put(fields, "subject", fact.text().subject());
        put(fields, "text", fact.text().body());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws io.hourglass.kernel.InvalidInput if it is none */
    public static FactReport read(String line) {
        var fields = JsonLines.read(line);
        return FactLines.fact(fields.one(Columns.EVENT, InquiryFactKind.values()), fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
