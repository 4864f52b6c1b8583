package io.hourglass.operations.deeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A call of the engine that was made from Cockpit, read from what the ledger has of it: each kind of call that its filter
 * lets through.
 *
 * @param change what it asked for
 * @param target what that was asked of
 * @param process the model's key; null where the call names none
 * @param id of the definition, instance or job as the engine has it; null where the call names several or none
 * @param count how many instances, or how many tries; null where the call does not say
 * @param from when it is to be, as it was sent; null for immediately
 * @param refused the status by which the engine refused it; null unless it did
 */
public record EngineCall(
        Change change,
        Target target,
        @Nullable String process,
        @Nullable String id,
        @Nullable Integer count,
        @Nullable String from,
        @Nullable Integer refused) {

    /** What was asked for. */
    public enum Change {
        SUSPENDED,
        RESUMED,
        /** One of both: the note of an older version has not kept which. */
        SUSPENDED_OR_RESUMED,
        /** To be tried so many times more. */
        RETRIES
    }

    /** Of what it was asked. */
    public enum Target {
        /** Of a process definition alone. */
        DEFINITION,
        DEFINITION_WITH_INSTANCES,
        INSTANCE,
        /** Of so many instances. */
        INSTANCES,
        /** Of all instances of one model. */
        INSTANCES_OF_MODEL,
        /** Of the instances that a query found. */
        INSTANCES_FOUND,
        JOB,
        /** Of all jobs of one step. */
        JOBS_OF_STEP
    }

    private static final Pattern PATH =
            Pattern.compile("(?:.*/)?(process-definition|process-instance|job|job-definition)(?:/(key/)?([^/]+))?"
                    + "/(suspended|retries)");
    private static final Pattern DETAILS = Pattern.compile("(?:(\\d{3}) )?[A-Z]+[ ,]?(.*)", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param about the path that was called
     * @param details the method and the body; of a refused call the status before them
     * @return empty for a call of none of these kinds
     */
    public static Optional<EngineCall> of(String about, String details) {
        var path = PATH.matcher(StringUtils.uriDecode(about, StandardCharsets.UTF_8));
        var sent = DETAILS.matcher(details);
        if (!path.matches() || !sent.matches()) {
            return Optional.empty();
        }
        var body = json(sent.group(2));
        var id = path.group(3);
        var target = target(path.group(1), id, body);
        return Optional.of(new EngineCall(
                change(path.group(4), body),
                target,
                model(path.group(1), id, body),
                id,
                path.group(4).equals("retries") ? number(body.path("retries")) : instances(target, body),
                body.path("executionDate").isTextual()
                        ? body.path("executionDate").asText()
                        : null,
                sent.group(1) == null ? null : Integer.valueOf(sent.group(1))));
    }

    /** Missing where there is none, as in the notes of older versions. */
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** As the engine reads it: what is left out is false. */
    private static Change change(String last, JsonNode body) {
        if (last.equals("retries")) {
            return Change.RETRIES;
        }
        if (!body.isObject()) {
            return Change.SUSPENDED_OR_RESUMED;
        }
        return body.path("suspended").asBoolean() ? Change.SUSPENDED : Change.RESUMED;
    }

    private static Target target(String first, @Nullable String id, JsonNode body) {
        return switch (first) {
            case "process-definition" ->
                body.path("includeProcessInstances").asBoolean() ? Target.DEFINITION_WITH_INSTANCES : Target.DEFINITION;
            case "job" -> Target.JOB;
            case "job-definition" -> Target.JOBS_OF_STEP;
            default -> id == null ? several(body) : Target.INSTANCE;
        };
    }

    private static Target several(JsonNode body) {
        if (body.hasNonNull("processInstanceIds")) {
            return Target.INSTANCES;
        }
        return definition(body) == null ? Target.INSTANCES_FOUND : Target.INSTANCES_OF_MODEL;
    }

    private static @Nullable Integer instances(Target target, JsonNode body) {
        return target == Target.INSTANCES ? body.path("processInstanceIds").size() : null;
    }

    private static @Nullable String model(String first, @Nullable String id, JsonNode body) {
        return id != null && first.equals("process-definition") ? key(id) : definition(body);
    }

    private static @Nullable String definition(JsonNode body) {
        var key = body.path("processDefinitionKey").asText("");
        var named = key.isEmpty() ? body.path("processDefinitionId").asText("") : key;
        return named.isEmpty() || named.equals("null") ? null : key(named);
    }

    /** An id of the engine's begins with the model's key. */
    private static String key(String definition) {
        var end = definition.indexOf(':');
        return end < 0 ? definition : definition.substring(0, end);
    }

    private static @Nullable Integer number(JsonNode count) {
        return count.canConvertToInt() ? (Integer) count.asInt() : null;
    }
}
