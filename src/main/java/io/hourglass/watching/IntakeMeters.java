package io.hourglass.watching;

import io.hourglass.batch.Overloaded;
import io.hourglass.batch.meters.CallWatch;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import io.hourglass.kernel.facts.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What became of facts that came in, by track and channel, and why some were refused or have no effect. */
@Component
class IntakeMeters implements CallWatch {

    private static final String INQUIRY = "INQUIRY";
    private static final String CHAT = "CHAT";
    private static final String OTHER = "OTHER";

    private final MeterRegistry meters;

    IntakeMeters(MeterRegistry meters) {
        this.meters = meters;
        for (var track : List.of(INQUIRY, CHAT)) {
            for (var outcome : List.of("taken", "known", "refused", "failed")) {
                facts(track, Channel.WEB, outcome);
            }
            refused(track, "invalid");
        }
    }

    @Override
    public void ended(Object argument, @Nullable Object answer, @Nullable RuntimeException failure) {
        if (argument instanceof Submission one) {
            count(INQUIRY, one.channel(), answer, failure);
        } else if (argument instanceof FactReport one) {
            count(INQUIRY, one.channel(), answer, failure);
        } else if (argument instanceof ChatReport one) {
            count(CHAT, one.channel(), answer, failure);
        } else if (argument instanceof RecordChat.Reports many) {
            count(many.reports(), answer, failure);
        }
    }

    private void count(List<ChatReport> reports, @Nullable Object answer, @Nullable RuntimeException failure) {
        for (var at = 0; at < reports.size(); at++) {
            var taken = answer instanceof List<?> all && all.get(at) instanceof RecordChat.Taken one ? one : null;
            count(
                    CHAT,
                    reports.get(at).channel(),
                    taken == null ? null : taken.recorded(),
                    taken == null ? failure : taken.refusal());
        }
    }

    private void count(String track, Channel channel, @Nullable Object answer, @Nullable RuntimeException failure) {
        if (failure != null) {
            facts(track, channel, isRefusal(failure) ? "refused" : "failed").increment();
            refused(track, reason(failure)).increment();
        } else if (answer instanceof RecordFact.Recorded one && one.refusal() != null) {
            facts(track, channel, one.isNew() ? "no_effect" : "known").increment();
            refused(track, one.refusal().name().toLowerCase(Locale.ROOT)).increment();
        } else {
            facts(track, channel, isNew(answer) ? "taken" : "known").increment();
        }
    }

    private static boolean isNew(@Nullable Object answer) {
        return answer instanceof SubmitInquiry.Receipt one
                ? one.isNew()
                : answer instanceof RecordFact.Recorded other
                        ? other.isNew()
                        : answer instanceof RecordChat.Recorded last && last.isNew();
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof InvalidInput || failure instanceof NotFound || failure instanceof Refused;
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof InvalidInput) {
            return "invalid";
        }
        if (failure instanceof NotFound) {
            return "not_known";
        }
        if (failure instanceof Refused) {
            return "conflict";
        }
        if (failure instanceof Overloaded) {
            return "overloaded";
        }
        return failure instanceof DataAccessException || failure instanceof TransactionException
                ? "database"
                : "failure";
    }

    private Counter facts(String track, Channel channel, String outcome) {
        return Counter.builder("hourglass.intake.facts")
                .description("Facts that came in, by what became of them")
                .tag("track", track)
                .tag("channel", channel.isOurs() ? channel.name() : OTHER)
                .tag("outcome", outcome)
                .register(meters);
    }

    private Counter refused(String track, String reason) {
        return Counter.builder("hourglass.intake.refused")
                .description("Facts that were refused, failed, or are kept without effect, by reason")
                .tag("track", track)
                .tag("reason", reason)
                .register(meters);
    }
}
