package io.hourglass.chat.web;

import io.hourglass.chat.intake.RecordChat.Recorded;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to what was kept. */
record ChatAnswer(
        ChatFactView fact,
        @Schema(description = "Kept, but too late for the books of its day.") boolean late,
        @Schema(description = "As it stands now; left out for what is known of a buyer's account.") @Nullable
                ConsultationView consultation) {

    static ChatAnswer of(Recorded recorded) {
        var consultation = recorded.consultation();
        return new ChatAnswer(
                ChatFactView.of(recorded.fact(), null),
                recorded.fact().late(),
                consultation == null ? null : ConsultationView.of(consultation));
    }
}
