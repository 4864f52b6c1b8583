package io.hourglass.trace.web;

import io.hourglass.inquiry.judging.Explanation.Mention;
import io.hourglass.inquiry.judging.Explanation.OnPage;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.rate.books.Cause;
import io.hourglass.trace.FactTrace;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * Says why an entry of the books is what it is, and what made the judge look.
 *
 * @param facts those of the page, which are called by what they are and when
 */
record DecisionWords(List<FactTrace> facts, MessageSource messages, Locale locale, ZonedFormat format) {

    /** @param mentions what both speak of, each once */
    record DecisionText(String why, String cause, List<Mention> mentions) {}

    DecisionText of(OnPage why, Cause cause) {
        var mentions = Stream.concat(why.mentions().stream(), mentioned(cause))
                .distinct()
                .toList();
        return new DecisionText(why.text(), cause(cause), mentions);
    }

    private static Stream<Mention> mentioned(Cause cause) {
        return switch (cause.kind()) {
            case FACT -> Stream.of(new Mention(Mention.Subject.FACT, cause.reference()));
            case RESTATEMENT -> Stream.of(new Mention(Mention.Subject.DISPUTE, cause.reference()));
            case DEADLINE, END_EVENT, COVERAGE, DAY_CLOSE -> Stream.of();
        };
    }

    private String cause(Cause cause) {
        var key = "trace.cause." + cause.kind();
        var reference = cause.reference();
        return switch (cause.kind()) {
            case END_EVENT -> say(key, endEvent(reference));
            case FACT ->
                facts.stream()
                        .filter(fact -> fact.id().equals(reference))
                        .findFirst()
                        .map(fact ->
                                say(key + ".of", say("trace.kind." + fact.kind()), format.exact(fact.occurredAt())))
                        .orElseGet(() -> say(key));
            case DEADLINE, COVERAGE, DAY_CLOSE, RESTATEMENT -> say(key, reference);
        };
    }

    private String endEvent(String id) {
        return Objects.requireNonNullElse(messages.getMessage("trace.end." + id, null, id, locale), id);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
