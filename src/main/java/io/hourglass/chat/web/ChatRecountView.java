package io.hourglass.chat.web;

import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.Recount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number as it was published, and as it is counted today. */
record ChatRecountView(
        ChatNumberView published,
        int recountedAnswered,
        int recountedCountable,
        boolean equal,
        @Schema(description = "The consultations that count otherwise.") List<DifferingView> differences) {

    record DifferingView(String consultation, @Nullable ChatState published, @Nullable ChatState recounted) {

        static DifferingView of(Recount.Difference difference) {
            return new DifferingView(
                    difference.id().value(), state(difference.published()), state(difference.recounted()));
        }

        private static @Nullable ChatState state(@Nullable State state) {
            return (ChatState) state;
        }
    }

    static ChatRecountView of(Recount.Recounted recounted) {
        return new ChatRecountView(
                ChatNumberView.of(recounted.published()),
                recounted.timely(),
                recounted.countable(),
                recounted.equal(),
                recounted.differences().stream().map(DifferingView::of).toList());
    }
}
