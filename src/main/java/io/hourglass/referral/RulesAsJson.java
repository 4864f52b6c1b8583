package io.hourglass.referral;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.kernel.BadInput;

/** The rules of referrals as JSON. Every rule must be named: one that is forgotten would be 0 otherwise. */
public final class RulesAsJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private RulesAsJson() {}

    /** @throws BadInput if it is no JSON, a rule is missing or unknown, or one makes no sense */
    public static ReferralRules read(String text) {
        try {
            return JSON.readValue(text, ReferralRules.class);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new BadInput(place(e), "not usable", "all of the rules and nothing else: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new BadInput("rules", "not usable", "JSON: " + e.getOriginalMessage());
        }
    }

    public static String write(ReferralRules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(JsonMappingException at) {
        return "rules"
                + at.getPath().stream().map(step -> "." + step.getFieldName()).collect(joining());
    }
}
