package io.hourglass.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule that differs.
 *
 * @param field its path within the rules, such as {@code ranking.newcomerShare}
 * @param before null where there is none
 * @param after null where there is none
 */
public record PolicyDifference(String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** Field by field, by name. Numbers are compared by what they come to, lists as a whole. */
    static List<PolicyDifference> between(JsonNode before, JsonNode after) {
        var left = fields(before);
        var right = fields(after);
        var names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        var differences = new ArrayList<PolicyDifference>();
        for (var name : names) {
            var one = left.get(name);
            var other = right.get(name);
            if (!same(one, other)) {
                differences.add(new PolicyDifference(name, one, other));
            }
        }
        return differences;
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) {
            return false;
        }
        var numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
    }

    private static Map<String, JsonNode> fields(JsonNode rules) {
        var fields = new TreeMap<String, JsonNode>();
        collect("", rules, fields);
        return fields;
    }

    private static void collect(String within, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            within.isEmpty() ? field.getKey() : within + "." + field.getKey(),
                            field.getValue(),
                            fields));
        } else {
            fields.put(within, node);
        }
    }
}
