package io.hourglass.policy.versions;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hourglass.kernel.InvalidInput;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules as JSON, to and from a record. Every rule must be named, but for those that may be null: one that is forgotten would be
 * 0 otherwise. Dates, durations and zones are texts.
 */
public final class PolicyJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private PolicyJson() {}

    /** @throws InvalidInput if a rule is missing or unknown, or makes no sense; it names the field, empty for the rules as a whole */
    public static <T extends Record> T read(JsonNode rules, Class<T> type) {
        checkNames("", rules, type);
        try {
            return JSON.treeToValue(rules, type);
        } catch (JsonProcessingException e) {
            throw badInput(e);
        }
    }

    public static JsonNode write(Record rules) {
        return JSON.valueToTree(rules);
    }

    /** @throws IllegalStateException if it is no JSON */
    public static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvalidInput badInput(JsonProcessingException e) {
        if (e.getCause() instanceof InvalidInput bad) {
            return bad;
        }
        var place = e instanceof JsonMappingException at ? place(at) : "";
        return e instanceof InvalidFormatException wrong
                ? new InvalidInput(place, wrong.getValue(), "such as " + example(wrong.getTargetType()))
                : new InvalidInput(place, "not usable", "usable: " + e.getOriginalMessage());
    }

    private static void checkNames(String within, JsonNode rules, Class<?> type) {
        if (!rules.isObject()) {
            throw new InvalidInput(within, rules, "a JSON object");
        }
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        rules.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidInput(under(within, name), rules.get(name), "left out: known are " + join(known));
            }
        });
        for (var component : type.getRecordComponents()) {
            checkNames(under(within, component.getName()), rules.get(component.getName()), component);
        }
    }

    private static void checkNames(String field, @Nullable JsonNode value, RecordComponent component) {
        if (value == null || value.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new InvalidInput(field, null, "given");
            }
            return;
        }
        if (component.getType().isRecord()) {
            checkNames(field, value, component.getType());
        }
        if (component.getType().getName().startsWith("java.time.") && !value.isTextual()) {
            throw new InvalidInput(field, value, "a text such as " + example(component.getType()));
        }
    }

    private static String example(Class<?> type) {
        return type.isEnum()
                ? join(Arrays.asList(type.getEnumConstants()))
                : switch (type.getSimpleName()) {
                    case "Duration" -> "PT72H";
                    case "Period" -> "P3D";
                    case "LocalDate" -> "2026-03-02";
                    case "LocalTime" -> "06:00";
                    case "ZoneId" -> "Asia/Shanghai";
                    case "boolean" -> "true or false";
                    default -> "a number: " + type.getSimpleName();
                };
    }

    private static String under(String within, String name) {
        return within.isEmpty() ? name : within + "." + name;
    }

    private static String place(JsonMappingException at) {
        return at.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(joining("."));
    }

    private static String join(List<?> some) {
        return some.stream().map(String::valueOf).collect(joining(", "));
    }
}
