package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A buyer's inquiries to one supplier, told one by one, and what happened to each. */
final class Pair {

    private final List<Inquiry> inquiries = new ArrayList<>();
    private ReplyPolicy policy;
    private int facts;

    Pair() {
        this(Terms.usual());
    }

    Pair(Terms terms) {
        policy = terms.agreed();
    }

    /** What is received from here on is judged by other terms. */
    void turnsTo(Terms terms) {
        policy = terms.agreed();
    }

    /** An inquiry that Hourglass learns of at once. */
    Inquiry receives(String id, Instant receivedAt) {
        return receives(id, receivedAt, receivedAt);
    }

    Inquiry receives(String id, Instant receivedAt, Instant recordedAt) {
        var inquiry = new Inquiry(this, new InquiryId(id), policy, receivedAt, recordedAt);
        inquiries.add(inquiry);
        return inquiry;
    }

    List<CaseFile> files() {
        return inquiries.stream().map(Inquiry::file).toList();
    }

    JudgedPair judged(Instant asOf) {
        return PairSnapshot.of(files()).judged(asOf);
    }

    /** Ids in the order of telling. */
    FactId nextFact() {
        facts++;
        return new FactId("fact-%03d".formatted(facts));
    }
}
