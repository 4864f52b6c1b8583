package io.hourglass.chat.judging;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.policy.ChatDay;
import io.hourglass.kernel.facts.Fact;
import java.util.List;

/**
 * One buyer with one account on one natural day, as the judge sees it.
 *
 * @param facts between the two on that day, with their corrections, whenever these were made; in any order
 * @param marks of the buyer's account as far as they concern the shop, with their corrections, of any day; in any order
 * @param amongColleagues whether the buyer is an account of the same shop by the marketplace's list
 */
public record Consultation(
        ConsultationId id, ChatDay day, List<Fact> facts, List<Fact> marks, boolean amongColleagues) {

    public Consultation {
        facts = List.copyOf(facts);
        marks = List.copyOf(marks);
    }
}
