package io.hourglass.inquiry.steps;

import io.hourglass.batch.Transactions;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailbox.coverage.CoverageChanges;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges again what rests on a time of which more is known by now, a part in each transaction. Were it broken off, the close of the
 * day would book the rest.
 */
@Component
class JudgeUnseenAgain implements CoverageChanges {

    private static final int PART = 50;

    private final UnseenCases cases;
    private final BookDays days;
    private final Inquiries inquiries;
    private final Adjudication adjudication;
    private final CaseCourse course;
    private final Transactions transactions;
    private final Clock clock;

    JudgeUnseenAgain(
            UnseenCases cases,
            BookDays days,
            Inquiries inquiries,
            Adjudication adjudication,
            CaseCourse course,
            Transactions transactions,
            Clock clock) {
        this.cases = cases;
        this.days = days;
        this.inquiries = inquiries;
        this.adjudication = adjudication;
        this.course = course;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void changed(@Nullable SupplierId supplier, Instant from, Instant until) {
        var open = days.firstUnsettled(Track.INQUIRY).orElse(null);
        if (open == null) {
            return;
        }
        @Nullable InquiryId last = null;
        for (var part = cases.standing(supplier, from, until, open, last, PART);
                !part.isEmpty();
                part = cases.standing(supplier, from, until, open, last, PART)) {
            judge(part, supplier);
            last = part.get(part.size() - 1);
        }
    }

    private void judge(List<InquiryId> part, @Nullable SupplierId supplier) {
        var cause = new Cause(Cause.Kind.COVERAGE, supplier == null ? "outage" : "mailbox");
        transactions.inOne(() -> inquiries.lock(part).values().forEach(inquiry -> {
            var rejudged = adjudication.judgePairAgain(inquiry, cause);
            course.follow(rejudged, clock.instant(), cause);
        }));
    }
}
