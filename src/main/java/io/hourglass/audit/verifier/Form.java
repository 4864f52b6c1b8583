package io.hourglass.audit.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hourglass.audit.entries.CanonicalJson;
import io.hourglass.kernel.facts.AuthorKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the ledger writes a line (docs/ledger.md): of a known kind, with the fields of that kind in their order, each there
 * once and of its type, and nothing else. A line is written again from what was read, and has to come out byte for byte.
 */
final class Form {

    private static final String RECORD = "entry:NAME record?:SERIAL notedAt?:INSTANT ";

    /** Of each kind its fields in their order, each with its type; after a question mark, one that may be left out. */
    private static final Map<String, Form> ENTRIES = Map.of(
            "SEAL",
                    of(
                            "entry:NAME track?:TRACK day:DAY booksFrom:DAY booksClose:INSTANT publishedOn?:DAY former?:HASH"),
            "POLICY",
                    of(
                            "entry:NAME version:NUMBER inForceFrom:INSTANT zone:ZONE replyWithin:DURATION objectWithin:PERIOD"
                                    + " booksCloseAfterDays:NUMBER rateWindowDays:NUMBER duplicates:NAME"
                                    + " textlessReplyCounts:TRUTH countingAuthors:AUTHORS earlyBy?:DURATION"
                                    + " gapOwnAfter?:DURATION outageLeast?:DURATION zoneUntil?:INSTANT"),
            "OUTAGE", of("entry:NAME outage:SERIAL from:INSTANT until:INSTANT declaredAt:INSTANT consentedAt:INSTANT"),
            "COVERAGE",
                    of(
                            "entry:NAME supplier:TEXT from:INSTANT until:INSTANT state:NAME readAt?:INSTANT toldAt?:INSTANT"),
            "INQUIRY",
                    of(RECORD + "by:TEXT inquiry:TEXT supplier:TEXT channel:TEXT category?:TEXT receivedAt:INSTANT"
                            + " recordedAt:INSTANT day:DAY policy:NUMBER"),
            "FACT",
                    of(RECORD + "by?:TEXT inquiry:TEXT fact:TEXT kind:KIND author?:AUTHOR channel:TEXT"
                            + " occurredAt:INSTANT recordedAt:INSTANT textless?:TRUTH about?:TEXT content:TEXT"
                            + " mail?:TEXT answers?:TEXTS"),
            "VERDICT",
                    of(RECORD + "inquiry:TEXT seq:NUMBER supplier:TEXT day:DAY state:NAME rule:NAME decidingFact?:TEXT"
                            + " anchor?:TEXT policy:NUMBER cause:NAME causeRef:TEXT bookedAt:INSTANT"),
            "NUMBER",
                    of(RECORD + "supplier:TEXT publishedOn:DAY revision:NUMBER windowFrom:DAY windowTo:DAY"
                            + " timely:NUMBER countable:NUMBER publishedAt:INSTANT"),
            "ACTION", of(RECORD + "by:TEXT action:TEXT about:TEXT details:TEXT"));

    /** The same of the entries that name their track. */
    private static final Map<String, Form> OF_TRACKS = Map.of(
            "SEAL",
            ENTRIES.get("SEAL"),
            "POLICY",
            of("entry:NAME track:TRACK version:NUMBER inForceFrom:INSTANT zone:ZONE rateWindowDays:NUMBER rules:TEXT"),
            "CASE",
            of(RECORD + "by?:TEXT track:TRACK case:TEXT subject:TEXT day:DAY openedAt:INSTANT recordedAt:INSTANT"
                    + " policy:NUMBER"),
            "FACT",
            of(RECORD + "by?:TEXT track:TRACK case:TEXT fact:TEXT kind:NAME author?:AUTHOR channel:TEXT"
                    + " occurredAt:INSTANT recordedAt:INSTANT about?:TEXT content:TEXT"),
            "VERDICT",
            of(RECORD + "track:TRACK case:TEXT seq:NUMBER subject:TEXT day:DAY state:NAME rule:NAME decidingFact?:TEXT"
                    + " anchor?:TEXT policy:NUMBER cause:NAME causeRef:TEXT bookedAt:INSTANT"),
            "NUMBER",
            of(RECORD + "track:TRACK subject:TEXT publishedOn:DAY revision:NUMBER windowFrom:DAY windowTo:DAY"
                    + " timely:NUMBER countable:NUMBER publishedAt:INSTANT"));

    private static final Form SEAL_LINE =
            of("seal:DAY track?:TRACK root:HASH former?:HASH entries:NUMBER marks:BASE64");

    /** Of facts of inquiries. */
    private static final Set<String> KINDS = Set.of(
            "RECEIVED",
            "SYSTEM_SPAM",
            "FOLLOW_UP",
            "IN_THREAD",
            "REPLIED",
            "BOUNCED",
            "REJECTED",
            "SPAM_REPORTED",
            "WITHDRAWN",
            "BELONGS_TO",
            "ALTERNATIVES_REQUESTED",
            "RETRACTED",
            "RECLASSIFIED");

    private static final JsonMapper STRICT = strict().build();

    private final List<Field> fields;

    private Form(List<Field> fields) {
        this.fields = fields;
    }

    /** What is written in a field. */
    private enum Type {
        TEXT,
        TEXTS,
        /** Of capital letters. */
        NAME,
        /** The same; inquiries are never named. */
        TRACK,
        KIND,
        AUTHOR,
        AUTHORS,
        /** Whole, not below zero, and below 2^31. */
        NUMBER,
        /** The same below 2^63. */
        SERIAL,
        TRUTH,
        DAY,
        INSTANT,
        DURATION,
        PERIOD,
        ZONE,
        /** 64 hexadecimal digits. */
        HASH,
        BASE64
    }

    private record Field(String name, boolean optional, Type type) {}

    private static Form of(String fields) {
        return new Form(Stream.of(fields.split(" ", -1))
                .map(field -> field.split(":", -1))
                .map(field -> new Field(field[0].replace("?", ""), field[0].endsWith("?"), Type.valueOf(field[1])))
                .toList());
    }

    /** Reads the longest line, but nothing deep. */
    static JsonMapper.Builder mapper() {
        var constraints = StreamReadConstraints.builder()
                .maxStringLength(Lines.LONGEST)
                .maxNestingDepth(10)
                .build();
        return JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(constraints).build());
    }

    /** Reads one document with nothing behind it, in which no field is there twice. */
    static JsonMapper.Builder strict() {
        return mapper().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws Unfit if the ledger writes no entry so */
    static JsonNode readEntry(byte[] line) throws Unfit {
        var json = parse(line);
        var kind = json.path("entry").asText();
        var form = (json.has("track") ? OF_TRACKS : ENTRIES).get(kind);
        if (form == null) {
            throw new Unfit("there is no entry of the kind " + (kind.isEmpty() ? "that it names" : kind));
        }
        form.requireWritten(json, line);
        return json;
    }

    /** @throws Unfit if the ledger writes no line about a seal so */
    static JsonNode readSealLine(byte[] line) throws Unfit {
        var json = parse(line);
        SEAL_LINE.requireWritten(json, line);
        return json;
    }

    private static JsonNode parse(byte[] line) throws Unfit {
        try {
            var json = STRICT.readTree(line);
            if (!json.isObject()) {
                throw new Unfit("it is no JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new Unfit("it is not one JSON object with each field once: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unfit("it is no JSON in UTF-8: " + e.getMessage());
        }
    }

    private void requireWritten(JsonNode json, byte[] line) throws Unfit {
        var written = CanonicalJson.of(values(json));
        if (!Arrays.equals(line, written.getBytes(StandardCharsets.UTF_8))) {
            throw new Unfit("it is not written as the ledger writes it: other signs, blanks, or order of fields");
        }
    }

    private Map<String, Object> values(JsonNode json) throws Unfit {
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = json.get(field.name());
            if (value != null) {
                values.put(field.name(), value(field, value));
            } else if (!field.optional()) {
                throw new Unfit("it has no field " + field.name());
            }
        }
        for (var names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!values.containsKey(name)) {
                throw new Unfit("it has a field that its kind does not have: " + name);
            }
        }
        if (values.containsKey("record") != values.containsKey("notedAt")) {
            throw new Unfit("a record has a number and an instant");
        }
        return values;
    }

    private static Object value(Field field, JsonNode value) throws Unfit {
        try {
            return switch (field.type()) {
                case NUMBER -> number(value, Integer.MAX_VALUE);
                case SERIAL -> number(value, Long.MAX_VALUE);
                case TRUTH -> truth(value);
                case TEXTS -> filled(texts(value));
                case AUTHORS ->
                    new LinkedHashSet<>(
                            texts(value).stream().map(AuthorKind::valueOf).toList());
                default -> parsed(field.type(), text(value));
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unfit("its field " + field.name() + " is " + shortened(value) + ", no " + field.type());
        }
    }

    private static Object parsed(Type type, String text) {
        return switch (type) {
            case NAME -> matching(text, "[A-Z][A-Z0-9_]*");
            case TRACK -> matching(text, "(?!INQUIRY$)[A-Z][A-Z0-9_]{0,15}");
            case KIND -> among(text, KINDS);
            case AUTHOR -> AuthorKind.valueOf(text);
            case DAY -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
            case DURATION -> Duration.parse(text);
            case PERIOD -> Period.parse(text);
            case ZONE -> ZoneId.of(text);
            case HASH -> matching(text, "[0-9a-f]{64}");
            case BASE64 ->
                Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
            default -> text;
        };
    }

    private static String among(String text, Set<String> known) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return value.textValue();
    }

    private static Long number(JsonNode value, long most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > most) {
            throw new IllegalArgumentException("no such number");
        }
        return value.longValue();
    }

    private static Boolean truth(JsonNode value) {
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return value.booleanValue();
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        var texts = new ArrayList<String>();
        value.forEach(one -> texts.add(text(one)));
        return texts;
    }

    /** An empty list is left out. */
    private static List<String> filled(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return texts;
    }

    private static String shortened(JsonNode value) {
        var text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
