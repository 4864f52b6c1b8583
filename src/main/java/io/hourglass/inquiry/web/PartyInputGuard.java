package io.hourglass.inquiry.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.kernel.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What suppliers and buyers say of their own inquiries happens now and is their own doing: only the marketplace's
 * systems report what happened at another time, or through another.
 */
final class PartyInputGuard {

    private static final String LEFT_OUT = "left out: only the marketplace's own systems can say";

    private PartyInputGuard() {}

    /** @throws InvalidInput if a party says when it was, or who else did it */
    static FactReport caller(FactReport report) {
        var party = party();
        if (party == null) {
            return report;
        }
        refuse("occurredAt", report.occurredAt());
        if (!Objects.equals(report.actor(), Objects.toString(report.buyer(), null))) {
            refuse("actor", report.actor()); // what only buyers do has no such field
        }
        refuse("messageId", report.messageId());
        return report.withActor(party.name());
    }

    /** @throws InvalidInput if a buyer says when it was, that it is spam, or names another buyer */
    static Submission caller(Submission submission) {
        var party = party();
        if (party != null) {
            if (!submission.buyer().equals(party.buyer())) {
                throw new InvalidInput("buyer", submission.buyer(), "the buyer who is signed in: " + party.buyer());
            }
            refuse("receivedAt", submission.receivedAt());
            refuse("messageId", submission.messageId());
            refuse("spamReason", submission.spamReason());
        }
        return submission;
    }

    private static @Nullable Caller party() {
        return Callers.current().filter(Caller::isParty).orElse(null);
    }

    private static void refuse(String field, @Nullable Object value) {
        if (value != null) {
            throw new InvalidInput(field, value, LEFT_OUT);
        }
    }
}
