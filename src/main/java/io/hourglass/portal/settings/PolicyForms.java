package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.PolicyField.Type.CHOICE;
import static io.hourglass.portal.settings.PolicyField.Type.DATE;
import static io.hourglass.portal.settings.PolicyField.Type.DAYS;
import static io.hourglass.portal.settings.PolicyField.Type.DECIMAL;
import static io.hourglass.portal.settings.PolicyField.Type.SPAN;
import static io.hourglass.portal.settings.PolicyField.Type.TIME;
import static io.hourglass.portal.settings.PolicyField.Type.WHOLE;
import static io.hourglass.portal.settings.PolicyField.Type.YES_NO;
import static io.hourglass.portal.settings.PolicyField.Type.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.kernel.NotFound;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of each kind of policy, in the order of its form. */
final class PolicyForms {

    /** In the order of the pages. */
    static final List<String> KINDS = List.of("reply", "chat", "standing", "referral", "dispute", "messages", "relay");

    private static final Map<String, List<PolicyField>> FIELDS = Map.of(
            "reply",
            List.of(
                    PolicyField.of(SPAN, "replyWithin"),
                    PolicyField.of(DAYS, "objectWithin"),
                    new PolicyField("duplicates", CHOICE, List.of("NATURAL_DAY", "ROLLING_24H", "NONE")),
                    PolicyField.of(WHOLE, "booksCloseAfterDays"),
                    PolicyField.of(WHOLE, "rateWindowDays"),
                    PolicyField.of(SPAN, "offerStaysFor"),
                    PolicyField.of(YES_NO, "textlessReplyCounts"),
                    PolicyField.of(SPAN, "earlyBy"),
                    PolicyField.of(SPAN, "gapOwnAfter"),
                    PolicyField.of(SPAN, "outageLeast"),
                    PolicyField.of(ZONE, "zone")),
            "chat",
            List.of(
                    PolicyField.of(TIME, "closesAt"),
                    PolicyField.of(WHOLE, "rateWindowDays"),
                    PolicyField.of(WHOLE, "abnormal.burstAccounts"),
                    PolicyField.of(SPAN, "abnormal.burstWithin"),
                    PolicyField.of(WHOLE, "abnormal.blockingShops"),
                    PolicyField.of(SPAN, "abnormal.blockedWithin"),
                    PolicyField.of(WHOLE, "abnormal.textShops"),
                    PolicyField.of(SPAN, "abnormal.textWithin"),
                    PolicyField.of(WHOLE, "abnormal.shortestText"),
                    PolicyField.of(WHOLE, "abnormal.conversationPercent"),
                    PolicyField.of(WHOLE, "abnormal.exemptDays"),
                    PolicyField.of(ZONE, "zone")),
            "standing",
            Stream.concat(
                            of(WHOLE, "gatePercent", "minimumSample", "newcomerSample"),
                            Stream.concat(
                                    of(DECIMAL, "exposureLeast", "exposureNeutral", "exposureMost"),
                                    of(DATE, "displayMandatoryFrom")))
                    .toList(),
            "referral",
            Stream.of(
                            of(
                                    WHOLE,
                                    "picksAtMost",
                                    "linkStaysForDays",
                                    "periodDays",
                                    "asksPerBuyer",
                                    "gainAtLeast",
                                    "gainPercent",
                                    "rejectionRememberedDays",
                                    "ranking.offeredAtMost",
                                    "ranking.newcomerSample",
                                    "ranking.newcomerPlace"),
                            of(
                                    DECIMAL,
                                    "ranking.newcomerShare",
                                    "ranking.leastReliability",
                                    "ranking.relevancePower",
                                    "ranking.reliabilityPower",
                                    "ranking.roomPower",
                                    "fit.declared",
                                    "fit.words"),
                            of(DECIMAL, "IN_CATEGORY", "ELSEWHERE", "ASKED", "CATEGORY", "ASKED_IN_CATEGORY", "BUYER")
                                    .map(field -> PolicyField.of(DECIMAL, "fit.backOff.inquiries." + field.path())))
                    .flatMap(fields -> fields)
                    .toList(),
            "dispute",
            of(WHOLE, "disputeWithinDays", "decideWithinDays").toList(),
            "relay",
            of(YES_NO, "unsureCounts", "candidatesCount").toList(),
            "messages",
            of(SPAN, "firstReminderBefore", "lastReminderBefore", "closeOverdueAfter", "retryFor", "disableAfter")
                    .toList());

    private PolicyForms() {}

    /** @throws NotFound if there is no such kind */
    static List<PolicyField> of(String kind) {
        var fields = FIELDS.get(kind);
        if (fields == null) {
            throw new NotFound("policy", kind);
        }
        return fields;
    }

    /** The setting at a path of the rules; missing if there is none. */
    static JsonNode at(JsonNode rules, String path) {
        var node = rules;
        for (var name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    /**
     * What a form says.
     *
     * @param rules all that could be read
     * @param broken the paths of the fields that are none of their type
     */
    record Read(JsonNode rules, Set<String> broken) {}

    static Read read(String kind, Map<String, String> form) {
        var rules = JsonNodeFactory.instance.objectNode();
        var broken = new LinkedHashSet<String>();
        for (var field : of(kind)) {
            var value = field.read(field.typed(form));
            if (value.isEmpty()) {
                broken.add(field.path());
            } else if (!value.get().isMissingNode()) {
                put(rules, field.path(), value.get());
            }
        }
        return new Read(rules, broken);
    }

    private static void put(ObjectNode rules, String path, JsonNode value) {
        var names = path.split("\\.", -1);
        var node = rules;
        for (var name : Arrays.asList(names).subList(0, names.length - 1)) {
            node = node.withObjectProperty(name);
        }
        node.set(names[names.length - 1], value);
    }

    private static Stream<PolicyField> of(PolicyField.Type type, String... paths) {
        return Stream.of(paths).map(path -> PolicyField.of(type, path));
    }
}
