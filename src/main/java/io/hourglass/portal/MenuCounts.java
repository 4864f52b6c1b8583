package io.hourglass.portal;

import io.hourglass.access.callers.Caller;
import io.hourglass.chat.reading.DaysConsultations;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.market.Suppliers;
import io.hourglass.operations.SharedOverview;
import io.hourglass.web.menu.MenuCount;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work that waits for each role. */
@Configuration
class MenuCounts {

    private record Count(String entry, ToLongFunction<Caller> counting) implements MenuCount {

        @Override
        public long of(Caller caller) {
            return counting.applyAsLong(caller);
        }
    }

    /** What has failed, and what is stopped. */
    @Bean
    MenuCount failures(SharedOverview overview) {
        return new Count("operations", caller -> {
            var now = overview.now();
            return now.incidentCount() + now.stopped().suspended();
        });
    }

    /** Disputes to decide. */
    @Bean
    MenuCount openDisputes(Disputes disputes) {
        return new Count("auditDisputes", caller -> disputes.count(DisputeState.OPEN));
    }

    /** Inquiries to answer. */
    @Bean
    MenuCount inquiriesToAnswer(SupplierCases cases, Suppliers suppliers) {
        return new Count("inbox", caller -> {
            var own = caller.supplier();
            return own == null || !suppliers.isKnown(own)
                    ? 0
                    : cases.waiting(own).size();
        });
    }

    /** Consultations that are open today. */
    @Bean
    MenuCount openConsultations(DaysConsultations consultations) {
        return new Count("chat", caller -> {
            var own = caller.supplier();
            return own == null ? 0 : consultations.countOpen(own);
        });
    }

    /** Inquiries that were missed, for which alternatives can be had. */
    @Bean
    MenuCount alternativesOnOffer(BuyerCases cases) {
        return new Count("buyersInquiries", caller -> {
            var own = caller.buyer();
            return own == null ? 0 : cases.onOffer(own);
        });
    }
}
