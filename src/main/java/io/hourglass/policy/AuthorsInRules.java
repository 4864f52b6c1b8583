package io.hourglass.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.policy.versions.PolicyJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The author kinds that count, as a version keeps them beside what may be set: those of the decision table on the day on which
 * the version was activated.
 */
public final class AuthorsInRules {

    private static final String COUNTING_AUTHORS = "countingAuthors";
    private static final String AUTHOR_KINDS_VERSION = "authorKindsVersion";

    private AuthorsInRules() {}

    /** @param set what was set of a version */
    public static JsonNode with(Record set, CountingAuthors.Answer answer) {
        ObjectNode kept = PolicyJson.write(set).deepCopy();
        var authors = kept.putArray(COUNTING_AUTHORS);
        answer.kinds().stream().map(Enum::name).sorted().forEach(authors::add);
        return kept.put(AUTHOR_KINDS_VERSION, answer.tableVersion());
    }

    /** What may be set of a version: its rules without them. */
    public static JsonNode without(JsonNode rules) {
        ObjectNode copy = rules.deepCopy();
        return copy.remove(List.of(COUNTING_AUTHORS, AUTHOR_KINDS_VERSION));
    }

    public static Set<AuthorKind> of(JsonNode rules) {
        var authors = new HashSet<AuthorKind>();
        rules.path(COUNTING_AUTHORS).forEach(name -> authors.add(AuthorKind.valueOf(name.asText())));
        return authors;
    }

    /** Of the decision table that they were read from. */
    public static int tableVersion(JsonNode rules) {
        return rules.path(AUTHOR_KINDS_VERSION).asInt();
    }
}
