package io.hourglass.portal.operations;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.operations.deeds.EngineCall;
import io.hourglass.portal.operations.DeedSubjects.Known;
import io.hourglass.portal.operations.DeedSubjects.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An action of a person, as a row of a table.
 *
 * @param by the account that it stands under: of a merged one that which goes on
 * @param what in the reader's language, in the past tense
 * @param details in the reader's language; of a call of the engine the call itself
 * @param of whom the details speak; null where of nobody else
 */
record Deed(Instant at, @Nullable String by, String what, Subject about, String details, @Nullable Subject of) {

    /** What they are called of whom the details speak. */
    @Nullable
    String other() {
        return of == null ? null : of.text();
    }

    static Deed of(Done done, Known known, Words words, Locale locale) {
        return done.action() == Action.CALL_THE_ENGINE
                ? EngineCall.of(done.about(), done.details())
                        .map(call -> of(done, call, known, words, locale))
                        .orElseGet(() -> plain(done, known, words, locale))
                : plain(done, known, words, locale);
    }

    private static Deed plain(Done done, Known known, Words words, Locale locale) {
        return new Deed(
                done.at(),
                by(done, known),
                words.say("operations.action." + done.action(), locale),
                known.subject(done, words, locale),
                ActionDetails.inWords(done, known, words, locale),
                ActionDetails.named(done)
                        .map(named -> known.other(done.action(), named))
                        .orElse(null));
    }

    private static Deed of(Done done, EngineCall call, Known known, Words words, Locale locale) {
        return new Deed(
                done.at(),
                by(done, known),
                inWords(call, words, locale),
                new Subject(call.id() == null ? "" : call.id(), null),
                done.details() + " · " + done.about(),
                null);
    }

    private static @Nullable String by(Done done, Known known) {
        var by = done.by();
        return by == null ? null : known.into().getOrDefault(by, by);
    }

    private static String inWords(EngineCall call, Words words, Locale locale) {
        var model = call.process() == null ? "" : words.model(call.process(), locale);
        var count = call.count();
        var key = "operations.call." + call.change() + "." + call.target() + (isUnsaid(call) ? ".unsaid" : "");
        var what = words.say(key, locale, model, count == null ? 0 : count);
        var planned = call.from() == null ? what : words.say("operations.call.planned", locale, what, call.from());
        return call.refused() == null
                ? planned
                : words.say("operations.call.refused", locale, planned, String.valueOf(call.refused()));
    }

    private static boolean isUnsaid(EngineCall call) {
        return call.change() == EngineCall.Change.RETRIES && call.count() == null;
    }
}
