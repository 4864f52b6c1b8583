package io.hourglass.chat.web;

import io.hourglass.chat.intake.RecordChat.Taken;
import io.hourglass.chat.judging.ChatState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each message of a batch, in its order. */
record BatchAnswer(
        @Schema(description = "How many were new and are kept.") int kept,
        @Schema(description = "How many had been sent before.") int known,
        @Schema(description = "How many were refused; of these nothing was changed.") int refused,
        List<Each> messages) {

    enum Result {
        KEPT,
        KNOWN,
        REFUSED
    }

    record Each(
            String id,
            Result result,
            @Schema(description = "Left out if it was refused.") @Nullable String consultation,
            @Schema(
                            description =
                                    "Where that stands after all of the batch that came before; left out where nothing opens it.")
                    @Nullable
                    ChatState state,
            @Schema(description = "Why it was refused.") @Nullable String detail) {

        static Each of(String id, Taken taken) {
            var recorded = taken.recorded();
            if (recorded == null) {
                var refusal = taken.refusal();
                return new Each(id, Result.REFUSED, null, null, refusal == null ? null : refusal.getMessage());
            }
            return new Each(
                    id,
                    recorded.isNew() ? Result.KEPT : Result.KNOWN,
                    recorded.id().value(),
                    recorded.state().orElse(null),
                    null);
        }
    }

    static BatchAnswer of(List<Each> each) {
        return new BatchAnswer(many(each, Result.KEPT), many(each, Result.KNOWN), many(each, Result.REFUSED), each);
    }

    private static int many(List<Each> each, Result result) {
        return (int) each.stream().filter(one -> one.result() == result).count();
    }
}
