package io.hourglass.chat.web;

import io.hourglass.chat.reading.DayCount;
import io.swagger.v3.oas.annotations.media.Schema;

/** Consultations of a day by where they stand. */
record DayCountView(
        @Schema(description = "Those for which an answer counts: answered, unanswered and open.") int asked,
        int answered,
        int unanswered,
        @Schema(description = "The day goes on, and no answer counts yet.") int open,
        @Schema(description = "In no number: the buyer is staff, of the shop itself, or abnormal.") int excluded) {

    static DayCountView of(DayCount count) {
        return new DayCountView(count.asked(), count.answered(), count.unanswered(), count.open(), count.excluded());
    }
}
