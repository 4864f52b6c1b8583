package io.hourglass.portal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One call of the program, as its method declares it.
 *
 * @param pattern of its path
 */
record Endpoint(String method, String pattern, Method handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    /** To be read by people, who are told on one what is wrong. */
    boolean isPage() {
        return !isApi() && !pattern.startsWith("/badges/") && !pattern.startsWith("/openapi");
    }

    boolean isForm() {
        return method.equals("POST") && body().isEmpty() && !isApi();
    }

    List<Field> variables() {
        return VARIABLE.matcher(pattern)
                .results()
                .map(found -> new Field(
                        found.group(1),
                        found.group(1).equals("day") ? LocalDate.class : String.class,
                        found.start() == pattern.indexOf('{')))
                .toList();
    }

    /** Of its query or form. */
    List<Field> parameters() {
        var all =
                Arrays.stream(handler.getParameters()).flatMap(Endpoint::names).toList();
        return all.stream()
                .map(field -> new Field(field.name(), field.type(), field.equals(all.get(0))))
                .toList();
    }

    private static Stream<Field> names(Parameter parameter) {
        var named = parameter.getAnnotation(RequestParam.class);
        if (MultiValueMap.class.isAssignableFrom(parameter.getType())) {
            return Stream.of(new Field("supplier", String.class, false), new Field("consent", String.class, false));
        }
        if (named != null) {
            return Stream.of(
                    new Field(named.name().isEmpty() ? parameter.getName() : named.name(), parameter.getType(), false));
        }
        return parameter.getType().isRecord() && parameter.getAnnotation(RequestBody.class) == null
                ? Arrays.stream(parameter.getType().getRecordComponents())
                        .map(component -> new Field(component.getName(), component.getType(), false))
                : Stream.empty();
    }

    /** The record that it reads from its body. */
    Optional<Class<?>> body() {
        return Arrays.stream(handler.getParameters())
                .filter(parameter -> parameter.getAnnotation(RequestBody.class) != null)
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    /** Pointers to the fields of the body, those within others too. */
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        body().ifPresent(type -> addFields("", type, fields));
        return fields;
    }

    private static void addFields(String at, Class<?> type, List<Field> fields) {
        for (var component : type.getRecordComponents()) {
            fields.add(new Field(at + "/" + component.getName(), component.getType(), fields.isEmpty()));
            if (component.getType().isRecord()) {
                addFields(at + "/" + component.getName(), component.getType(), fields);
            }
        }
    }

    /** A body as the documents show it; with what has no example there by its name. */
    ObjectNode example() {
        return body().map(type -> example(type, type.getAnnotation(Schema.class)))
                .orElseGet(JSON::createObjectNode);
    }

    private static ObjectNode example(Class<?> type, @Nullable Schema schema) {
        try {
            return schema == null || schema.example().isEmpty()
                    ? empty(type)
                    : (ObjectNode) JSON.readTree(schema.example());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(type + " has a broken example", e);
        }
    }

    private static ObjectNode empty(Class<?> type) {
        var body = JSON.createObjectNode();
        Arrays.stream(type.getRecordComponents()).forEach(component -> body.put(component.getName(), "x"));
        return body;
    }

    /** The body with raw JSON in a field's place. */
    static String with(JsonNode body, String pointer, String raw) {
        var changed = (ObjectNode) body.deepCopy();
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) changed.at(pointer.substring(0, cut))).put(pointer.substring(cut + 1), "@@ODD@@");
        return changed.toString().replace("\"@@ODD@@\"", raw);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
