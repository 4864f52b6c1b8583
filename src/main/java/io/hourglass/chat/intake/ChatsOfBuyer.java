package io.hourglass.chat.intake;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.steps.ConsultationCourse;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What becomes known of a buyer's account may decide all its consultations whose books are open. */
@Component
class ChatsOfBuyer {

    private final Consultations consultations;
    private final MarkedBuyers marked;
    private final JudgedConsultations cases;
    private final ConsultationCourse course;
    private final BookDays days;
    private final ChatPolicies policies;
    private final Clock clock;

    ChatsOfBuyer(
            Consultations consultations,
            MarkedBuyers marked,
            JudgedConsultations cases,
            ConsultationCourse course,
            BookDays days,
            ChatPolicies policies,
            Clock clock) {
        this.consultations = consultations;
        this.marked = marked;
        this.cases = cases;
        this.course = course;
        this.days = days;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param mark or a correction of one */
    void judgeAgain(Fact mark, Cause cause) {
        var of = marked.find(ConsultationId.of(mark.caseId()))
                .orElseThrow(() -> new IllegalStateException("a mark of nobody: " + mark.id()));
        judgeAgain(of.buyer(), of::concerns, cause);
    }

    void judgeAgain(BuyerId buyer, Predicate<SupplierId> shops, Cause cause) {
        days.firstUnsettled(ConsultationId.CHAT).ifPresent(first -> {
            var open = consultations.ofBuyer(buyer, first, today()).stream()
                    .filter(kept -> shops.test(kept.shop()) && isOpen(kept))
                    .map(KeptConsultation::id)
                    .toList();
            consultations.lock(open).values().forEach(kept -> course.follow(cases.of(kept), cause));
        });
    }

    private boolean isOpen(KeptConsultation kept) {
        return clock.instant().isBefore(policies.calendar().day(kept.day()).booksClose());
    }

    private LocalDate today() {
        return policies.calendar().dayOf(clock.instant());
    }
}
