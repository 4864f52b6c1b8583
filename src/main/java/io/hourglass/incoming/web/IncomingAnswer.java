package io.hourglass.incoming.web;

import io.hourglass.incoming.deliveries.Taken;
import io.hourglass.incoming.deliveries.Taken.Fate;
import io.hourglass.incoming.deliveries.Taken.Result;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a delivery. */
record IncomingAnswer(
        @Schema(description = "Why an event of Chatwoot or a mail says nothing here; else left out.") @Nullable
                String ignored,
        @Schema(description = "Whether the delivery had been taken before; left out of one that is ignored.") @Nullable
                Boolean repeated,
        @Schema(description = "Of a delivery that is new what became of each fact, in its order.") @Nullable
                List<TakenFact> facts) {

    /**
     * @param late whether the books of its day had closed
     * @param refused whether it has no effect by a rule
     */
    record TakenFact(Result result, boolean late, boolean refused) {

        private static TakenFact of(Fate fate) {
            return new TakenFact(fate.result(), fate.late(), fate.refused());
        }
    }

    static IncomingAnswer of(io.hourglass.relay.mails.Taken mail) {
        return switch (mail.became()) {
            case REPLY ->
                new IncomingAnswer(null, false, List.of(new TakenFact(Result.RECORDED, mail.late(), mail.refused())));
            case KNOWN -> new IncomingAnswer(null, true, null);
            default -> ignored(mail.became().words());
        };
    }

    static IncomingAnswer ignored(String why) {
        return new IncomingAnswer(why, null, null);
    }

    static IncomingAnswer of(Taken taken) {
        return new IncomingAnswer(
                null,
                !taken.isNew(),
                taken.isNew() ? taken.facts().stream().map(TakenFact::of).toList() : null);
    }
}
